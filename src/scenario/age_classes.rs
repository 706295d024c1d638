//! Classes of age in which recipients are counted.

/// Age classes of placement and inflow: 0–17, 18–49, 50–66, 67–79, 80+.
pub const AGE_CLASSES: [&str; 5] = ["0-17", "18-49", "50-66", "67-79", "80+"];

/// First age of each class of [`AGE_CLASSES`].
pub const CLASS_FROM: [u32; 5] = [0, 18, 50, 67, 80];

/// The same in the kernel's numbers.
pub const AGE_FROM: [f64; AGE_CLASSES.len()] = {
    let mut from = [0.0; AGE_CLASSES.len()];
    let mut class = 0;
    while class < from.len() {
        from[class] = CLASS_FROM[class] as f64;
        class += 1;
    }
    from
};
