//! Classes of age in which recipients are counted.

/// Age classes of placement and inflow: 0–17, 18–49, 50–66, 67–79, 80+.
pub const AGE_CLASSES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];

/// First age of each class of [`AGE_CLASSES`].
pub const CLASS_FROM: [u32; 5] = [0, 18, 50, 67, 80];
