//! Geometry: paths as points, curves as short lines, dashes, and how they are moved.

use super::Point;

/// Lines a curve is drawn with.
const STEPS: usize = 16;

/// How a drawing's part is moved, turned and stretched: `x' = a x + c y + e`, `y' = b x + d y + f`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Transform(pub [f64; 6]);

impl Transform {
    /// As it is.
    pub const NONE: Transform = Transform([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Moved.
    pub fn moved(x: f64, y: f64) -> Transform {
        Transform([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Turned clockwise by degrees.
    pub fn turned(degrees: f64) -> Transform {
        let (sine, cosine) = degrees.to_radians().sin_cos();
        Transform([cosine, sine, -sine, cosine, 0.0, 0.0])
    }

    /// Stretched.
    pub fn scaled(by: f64) -> Transform {
        Transform([by, 0.0, 0.0, by, 0.0, 0.0])
    }

    /// This after another.
    pub fn after(self, first: Transform) -> Transform {
        let (Transform([a, b, c, d, e, f]), Transform(o)) = (self, first);
        let [x, y] = [[o[0], o[1]], [o[2], o[3]]].map(|[x, y]| [a * x + c * y, b * x + d * y]);
        let (end_x, end_y) = (a * o[4] + c * o[5] + e, b * o[4] + d * o[5] + f);
        Transform([x[0], x[1], y[0], y[1], end_x, end_y])
    }

    /// A point's place.
    pub fn point(self, (x, y): Point) -> Point {
        let Transform([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The points' places.
    pub fn points(self, lines: Vec<Vec<Point>>) -> Vec<Vec<Point>> {
        lines.into_iter().map(|line| line.into_iter().map(|point| self.point(point)).collect()).collect()
    }

    /// How much longer lines are.
    pub fn scale(self) -> f64 {
        let Transform([a, b, c, d, ..]) = self;
        (a * d - b * c).abs().sqrt()
    }

    /// Degrees by which it turns clockwise.
    pub fn angle(self) -> f64 {
        self.0[1].atan2(self.0[0]).to_degrees()
    }

    /// As an attribute says it: moves and turns one after another. What else it may say, the kit never says.
    pub fn read(text: &str) -> Transform {
        let mut all = Transform::NONE;
        for step in text.split(')').filter_map(|step| step.split_once('(')) {
            let (name, numbers) = (step.0.trim_start_matches([' ', ',']), numbers(step.1));
            let number = |i: usize| numbers.get(i).copied().unwrap_or(0.0);
            let own = match name {
                "translate" => Transform::moved(number(0), number(1)),
                "scale" => Transform::scaled(number(0)),
                "rotate" => Transform::moved(number(1), number(2))
                    .after(Transform::turned(number(0)))
                    .after(Transform::moved(-number(1), -number(2))),
                _ => Transform::NONE,
            };
            all = all.after(own);
        }
        all
    }
}

/// The numbers in a text.
pub fn numbers(text: &str) -> Vec<f64> {
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars().chain([' ']) {
        let begins = matches!(c, '-' | '+') && !word.ends_with('e') || c == '.' && word.contains('.');
        if begins || !(c.is_ascii_digit() || matches!(c, '.' | 'e' | '-' | '+')) {
            found.extend(word.parse::<f64>().ok());
            word.clear();
        }
        if c.is_ascii_digit() || matches!(c, '.' | 'e' | '-' | '+') {
            word.push(c);
        }
    }
    found
}

/// The lines of a path's `d`, and whether each is closed.
pub fn lines(d: &str) -> Vec<(Vec<Point>, bool)> {
    let mut pen = Pen::default();
    let is_letter = |c: char| c.is_ascii_alphabetic() && c != 'e';
    let mut rest = d.trim_start();
    while let Some(letter) = rest.chars().next() {
        let after = &rest[letter.len_utf8()..];
        let end = after.find(is_letter).unwrap_or(after.len());
        pen.draw(letter, &numbers(&after[..end]));
        rest = &after[end..];
    }
    pen.lines.retain(|(line, _)| line.len() > 1);
    pen.lines
}

#[derive(Default)]
struct Pen {
    lines: Vec<(Vec<Point>, bool)>,
    at: Point,
}

impl Pen {
    fn draw(&mut self, letter: char, numbers: &[f64]) {
        let own = letter.is_ascii_lowercase();
        let size = match letter.to_ascii_uppercase() {
            'M' | 'L' | 'T' => 2,
            'H' | 'V' => 1,
            'C' => 6,
            'S' | 'Q' => 4,
            'A' => 7,
            _ => {
                if let Some((line, closed)) = self.lines.last_mut() {
                    *closed = true;
                    self.at = line.first().copied().unwrap_or(self.at);
                }
                return;
            }
        };
        for (place, part) in numbers.chunks_exact(size).enumerate() {
            let (x, y) = if own { self.at } else { (0.0, 0.0) };
            let point = |i: usize| (x + part[i], y + part[i + 1]);
            match letter.to_ascii_uppercase() {
                'M' if place == 0 => self.begin(point(0)),
                'H' => self.to((x + part[0], self.at.1)),
                'V' => self.to((self.at.0, y + part[0])),
                'C' => self.curve(point(0), point(2), point(4)),
                'Q' => {
                    let (from, bend, to) = (self.at, point(0), point(2));
                    let third = |end: Point| {
                        (end.0 + (bend.0 - end.0) * 2.0 / 3.0, end.1 + (bend.1 - end.1) * 2.0 / 3.0)
                    };
                    self.curve(third(from), third(to), to);
                }
                // The rest: straight to the end.
                _ => self.to(point(size - 2)),
            }
        }
    }

    fn begin(&mut self, point: Point) {
        self.lines.push((vec![point], false));
        self.at = point;
    }

    fn to(&mut self, point: Point) {
        match self.lines.last_mut() {
            Some((line, false)) => line.push(point),
            _ => self.lines.push((vec![self.at, point], false)),
        }
        self.at = point;
    }

    fn curve(&mut self, one: Point, other: Point, end: Point) {
        let start = self.at;
        for step in 1..=STEPS {
            let t = step as f64 / STEPS as f64;
            let s = 1.0 - t;
            let along = |a: f64, b: f64, c: f64, d: f64| {
                s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d
            };
            self.to((along(start.0, one.0, other.0, end.0), along(start.1, one.1, other.1, end.1)));
        }
    }
}

/// A ring of points around a middle.
pub fn ellipse((x, y): Point, (across, down): (f64, f64)) -> Vec<Point> {
    let count = (across.max(down) * 4.0).clamp(12.0, 48.0) as usize;
    let at = |i: usize| {
        let (sine, cosine) = (i as f64 / count as f64 * std::f64::consts::TAU).sin_cos();
        (x + across * cosine, y + down * sine)
    };
    (0..count).map(at).collect()
}

/// The dashes of a line: lengths drawn and left out by turns. Dashed by the pen, programs would each do it their own way.
pub fn dashes(line: &[Point], pattern: &[f64]) -> Vec<Vec<Point>> {
    if pattern.is_empty() || pattern.iter().any(|length| !length.is_finite() || *length <= 0.0) {
        return vec![line.to_vec()];
    }
    let mut drawn: Vec<Vec<Point>> = Vec::new();
    let (mut place, mut left) = (0, pattern[0]);
    let mut dash: Vec<Point> = line.first().copied().into_iter().collect();
    for ends in line.windows(2) {
        let (from, to) = (ends[0], ends[1]);
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let mut gone = 0.0;
        while length - gone > left {
            gone += left;
            let share = gone / length;
            let point = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
            if place % 2 == 0 {
                dash.push(point);
                drawn.push(std::mem::take(&mut dash));
            }
            place += 1;
            left = pattern[place % pattern.len()];
            dash = vec![point];
        }
        left -= length - gone;
        if place % 2 == 0 {
            dash.push(to);
        }
    }
    if place % 2 == 0 && dash.len() > 1 {
        drawn.push(dash);
    }
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_of_all_letters_end_where_they_say() {
        let found = lines("M1 2L3 4h2v-1H0Z m1,1l1.5.5C0 0 1 1 9 9q1 1 2 0");
        assert_eq!(found[0], (vec![(1.0, 2.0), (3.0, 4.0), (5.0, 4.0), (5.0, 3.0), (0.0, 3.0)], true));
        assert_eq!(found[1].0[..2], [(2.0, 3.0), (3.5, 3.5)]);
        assert_eq!(found[1].0.len(), 2 + 2 * STEPS);
        assert_eq!(found[1].0.last(), Some(&(11.0, 9.0)));
        assert_eq!(numbers("-1-2e-3,.5.25"), [-1.0, -0.002, 0.5, 0.25]);
    }

    #[test]
    fn moves_and_turns_come_one_after_another() {
        let moved = Transform::read("translate(10 20) rotate(90)").point((1.0, 0.0));
        assert!((moved.0 - 10.0).abs() < 1e-9 && (moved.1 - 21.0).abs() < 1e-9, "{moved:?}");
        let around = Transform::read("rotate(-90 5 5)");
        assert!((around.angle() + 90.0).abs() < 1e-9 && (around.point((5.0, 5.0)).0 - 5.0).abs() < 1e-9);
    }

    #[test]
    fn dashes_go_round_corners_and_fill_their_share() {
        let dashed = dashes(&[(0.0, 0.0), (5.0, 0.0), (5.0, 5.0)], &[4.0, 2.0]);
        assert_eq!(dashed, [vec![(0.0, 0.0), (4.0, 0.0)], vec![(5.0, 1.0), (5.0, 5.0)]]);
        assert_eq!(dashes(&[(0.0, 0.0), (1.0, 0.0)], &[0.0]).len(), 1);
    }
}
