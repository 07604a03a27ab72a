//! Random choices read from a tape of numbers. proptest makes and shrinks the tape; an exhausted
//! tape reads as zeros, and zero always means the plainest choice, so that shrunk documents are
//! small and plain.

use mizan::model::{PartialDate, Timestamp};
use proptest::collection::vec;
use proptest::prelude::*;

/// Which numbers a document holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// As people type them: a few digits.
    Tame,
    /// All that a file can hold: minus zero, subnormal and the largest ones too.
    Wild,
}

#[derive(Clone, Debug)]
pub struct Tape {
    choices: Vec<u32>,
    next: usize,
    pub numbers: Numbers,
}

/// Numbers whose writing or arithmetic is special.
const SPECIAL: [f64; 14] = [
    -0.0,
    5e-324,
    -5e-324,
    f64::MIN_POSITIVE,
    f64::MAX,
    -f64::MAX,
    1e300,
    -1e300,
    1e-300,
    0.1 + 0.2,
    1e21,
    1e-7,
    9_007_199_254_740_993.0,
    1e16,
];

/// What texts are put together from.
const FRAGMENTS: [&str; 30] = [
    "words ",
    "a",
    "\"",
    "\\",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\u{1}",
    "\u{1b}[31m",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "ميزان",
    "العراق ",
    "😀",
    "👨\u{200d}👩\u{200d}👧",
    "'",
    "r#\"",
    "\"#",
    "/* x */",
    "// y",
    "{(",
    ")}",
    "\u{301}",
    "\u{feff}",
    "\u{202e}",
    "\\u{41}",
    "\\n",
    "𝕏",
];

/// Tapes of at most this many choices.
pub fn tapes(most: usize, numbers: Numbers) -> impl Strategy<Value = Tape> {
    vec(any::<u32>(), most / 4..=most).prop_map(move |choices| Tape { choices, next: 0, numbers })
}

impl Tape {
    fn draw(&mut self) -> u32 {
        let drawn = self.choices.get(self.next).copied().unwrap_or(0);
        self.next += 1;
        drawn
    }

    /// A number below `count`; 0 where there is none.
    pub fn pick(&mut self, count: usize) -> usize {
        self.draw() as usize % count.max(1)
    }

    /// True in `percent` of a hundred draws.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.pick(100) >= 100 - percent
    }

    /// One of these; none where there are none.
    pub fn choose<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        list.get(self.pick(list.len()))
    }

    pub fn choose_from<T: Copy, const N: usize>(&mut self, list: [T; N]) -> T {
        list[self.pick(N)]
    }

    pub fn maybe<T>(&mut self, percent: usize, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.chance(percent).then(|| make(self))
    }

    /// Up to `most` of what `make` makes.
    pub fn several<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        (0..self.pick(most + 1)).map(|_| make(self)).collect()
    }

    /// In another order, by a run of swaps; the tape's zeros leave it as it is.
    pub fn shuffled<T>(&mut self, mut list: Vec<T>) -> Vec<T> {
        for place in (1..list.len()).rev() {
            let other = place - self.pick(place + 1);
            list.swap(place, other);
        }
        list
    }

    /// Those drawn of a list, in its order.
    pub fn subset<T: Clone>(&mut self, list: &[T], percent: usize) -> Vec<T> {
        list.iter().filter(|_| self.chance(percent)).cloned().collect()
    }

    pub fn number(&mut self) -> f64 {
        let kind = if self.numbers == Numbers::Tame { self.pick(2) } else { self.pick(5) };
        match kind {
            0 => self.pick(41) as f64 - 20.0 * f64::from(u8::from(self.chance(50))),
            1 => (self.pick(4_001) as f64 - 2_000.0) / 100.0,
            2 | 3 => self.choose_from(SPECIAL),
            _ => {
                let bits = u64::from(self.draw()) << 32 | u64::from(self.draw());
                Some(f64::from_bits(bits)).filter(|number| number.is_finite()).unwrap_or(0.5)
            }
        }
    }

    /// A number from 0 up.
    pub fn amount(&mut self) -> f64 {
        self.number().abs()
    }

    /// A number of the closed interval.
    pub fn within(&mut self, min: f64, max: f64) -> f64 {
        match self.pick(8) {
            0 => min,
            1 => max,
            2 if self.numbers == Numbers::Wild => {
                let number = self.number();
                if (min..=max).contains(&number) { number } else { max }
            }
            _ => {
                let part = self.pick(1_001) as f64 / 1_000.0;
                (min * (1.0 - part) + max * part).clamp(min, max)
            }
        }
    }

    /// Two numbers, the first below the second.
    pub fn rising_pair(&mut self) -> (f64, f64) {
        let (a, b) = (self.number(), self.number());
        if a < b {
            (a, b)
        } else if b < a {
            (b, a)
        } else {
            (0.0, 10.0)
        }
    }

    /// Any text, often none.
    pub fn text(&mut self) -> String {
        let pieces = self.pick(6);
        (0..pieces).map(|_| self.choose_from(FRAGMENTS)).collect()
    }

    /// A text with a letter in it.
    pub fn name(&mut self) -> String {
        let before = if self.chance(20) { self.text() } else { String::new() };
        format!("{before}N{}", self.text())
    }

    /// At most 24 characters.
    pub fn short(&mut self) -> String {
        if self.chance(10) { "ع".repeat(24) } else { self.text().chars().take(24).collect() }
    }

    /// An id that differs from those with another number.
    pub fn id(&mut self, number: usize) -> String {
        let stem = self.choose_from([
            "x",
            "isis-risk-",
            "-",
            "0-",
            "abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxyz-abcde",
        ]);
        format!("{stem}{number}")
    }

    /// So many digits of hexadecimal.
    pub fn hexadecimal(&mut self, digits: usize) -> String {
        (0..digits).map(|_| self.choose_from(['0', '7', 'a', 'f'])).collect()
    }

    pub fn date(&mut self) -> PartialDate {
        let (year, month, day) = (1000 + self.pick(2_000), 1 + self.pick(12), 1 + self.pick(28));
        let text = match self.pick(3) {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            _ => format!("{year}-{month:02}-{day:02}"),
        };
        PartialDate::new(&text).unwrap()
    }

    pub fn time(&mut self) -> Timestamp {
        let (month, day, hour, minute, second) =
            (1 + self.pick(12), 1 + self.pick(28), self.pick(24), self.pick(60), self.pick(61));
        let fraction = self.choose_from(["", ".5", ".000001"]);
        let offset = self.choose_from(["Z", "+03:00", "-00:30", "z"]);
        Timestamp::new(&format!(
            "2025-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}{offset}"
        ))
        .unwrap()
    }
}
