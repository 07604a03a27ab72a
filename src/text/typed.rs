//! Numbers as people type them: in any script, with a comma or a point, and with the marks that
//! come along unseen from where they were copied.

use crate::model::digit;

/// What a typed number is: with a percentage its sign may be typed, and is no part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    #[default]
    Amount,
    Percentage,
}

/// Why a typed text is not taken as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Misread {
    NoNumber,
    /// `1,500`: both that it can mean.
    TwoWays {
        thousands: f64,
        decimal: f64,
    },
    /// A per-cent sign behind this number, where no percentage is meant.
    NoPercentage(f64),
}

/// The number that a typed text means; `None` is nothing typed.
///
/// The last of a point and a comma that both stand there, and either where it stands alone, is the
/// decimal mark; one that stands there again separates thousands, as do `٬`, an apostrophe and a
/// space: behind one to three digits they stand before three each.
///
/// # Errors
/// [`Misread`]. A comma between one to three digits, the first no zero, and exactly three is read
/// in neither way. A point is: numbers are shown with one.
pub fn read_number(typed: &str, measure: Measure) -> Result<Option<f64>, Misread> {
    let seen: String = typed.chars().filter(|character| !is_unseen(*character)).collect();
    let text = seen.trim();
    let amount = text.trim_matches(is_per_cent).trim();
    if text.is_empty() {
        return Ok(None);
    }
    match text.chars().filter(|character| is_per_cent(*character)).count() {
        0 => signed(text).map(Some),
        1 if measure == Measure::Percentage => signed(amount).map(Some),
        1 => Err(Misread::NoPercentage(signed(amount)?)),
        _ => Err(Misread::NoNumber),
    }
}

/// Whether what is typed may become a number: it begins as one does, after marks that aren't seen.
pub fn begins_number(typed: &str) -> bool {
    typed.chars().find(|character| !is_unseen(*character)).is_some_and(|first| {
        let is_mark = separator(first).is_some_and(|mark| mark != Separator::Thousands);
        digit(first).is_some() || is_minus(first) || is_plus(first) || is_mark
    })
}

/// Marks of direction, joiners and the mark of byte order.
fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}'
    )
}

fn is_per_cent(character: char) -> bool {
    matches!(character, '%' | '٪' | '％' | '﹪')
}

fn is_minus(character: char) -> bool {
    matches!(character, '-' | '−' | '\u{2010}'..='\u{2013}' | '﹣' | '－')
}

fn is_plus(character: char) -> bool {
    matches!(character, '+' | '＋')
}

fn signed(text: &str) -> Result<f64, Misread> {
    if let Some(rest) = text.strip_prefix(is_minus) {
        return match unsigned(rest.trim_start()) {
            Err(Misread::TwoWays { thousands, decimal }) => {
                Err(Misread::TwoWays { thousands: -thousands, decimal: -decimal })
            }
            read => read.map(|number| -number),
        };
    }
    unsigned(text.strip_prefix(is_plus).unwrap_or(text).trim_start())
}

fn unsigned(text: &str) -> Result<f64, Misread> {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let parts = Parts::of(mantissa).ok_or(Misread::NoNumber)?;
    let exponent = power(exponent).ok_or(Misread::NoNumber)?;
    let as_number = |text: String| {
        let number = format!("{text}e{exponent}").parse::<f64>();
        number.ok().filter(|number| number.is_finite()).ok_or(Misread::NoNumber)
    };
    if parts.has_two_readings() {
        let thousands = as_number(parts.groups.concat())?;
        return Err(Misread::TwoWays { thousands, decimal: as_number(parts.decimal()?)? });
    }
    as_number(parts.decimal()?)
}

/// The power of ten behind an `e`, in ASCII.
fn power(text: &str) -> Option<String> {
    let (sign, digits) = match text.strip_prefix(is_minus) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let digits: Option<String> = digits.chars().map(digit).collect();
    digits.filter(|digits| !digits.is_empty()).map(|digits| format!("{sign}{digits}"))
}

/// What stands between two groups of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Separator {
    Point,
    Comma,
    /// `٫`, which is nothing else.
    Decimal,
    /// `٬`, apostrophes and spaces, which are nothing else.
    Thousands,
}

/// The digits of a number in ASCII, and what stands between them.
struct Parts {
    /// One more than there are separators.
    groups: Vec<String>,
    separators: Vec<Separator>,
}

impl Parts {
    /// None where something else stands there too, or no digit.
    fn of(text: &str) -> Option<Self> {
        let mut parts = Self { groups: vec![String::new()], separators: Vec::new() };
        for character in text.chars() {
            if let Some(digit) = digit(character) {
                parts.groups.last_mut()?.push(digit);
            } else {
                parts.separators.push(separator(character)?);
                parts.groups.push(String::new());
            }
        }
        parts.groups.iter().any(|group| !group.is_empty()).then_some(parts)
    }

    fn has_two_readings(&self) -> bool {
        let [Separator::Comma] = self.separators[..] else { return false };
        matches!(&self.groups[..], [whole, part] if is_head(whole) && part.len() == 3)
    }

    /// As Rust reads it.
    fn decimal(&self) -> Result<String, Misread> {
        let (whole, part) = self.split().ok_or(Misread::NoNumber)?;
        let (separators, groups) = whole;
        let is_grouped = match groups {
            [head, rest @ ..] if !rest.is_empty() => {
                is_head(head) && rest.iter().all(|group| group.len() == 3)
            }
            _ => true,
        };
        let is_alike = separators.windows(2).all(|pair| pair.first() == pair.last());
        let is_sound = is_grouped && is_alike;
        is_sound.then(|| format!("{}.{part}", groups.concat())).ok_or(Misread::NoNumber)
    }

    /// The groups before the decimal mark with their separators, and the digits behind it.
    fn split(&self) -> Option<((&[Separator], &[String]), &str)> {
        let whole = ((&self.separators[..], &self.groups[..]), "");
        let Some((last, before)) = self.separators.split_last() else { return Some(whole) };
        let is_decimal = match last {
            Separator::Decimal => true,
            Separator::Thousands => false,
            Separator::Point | Separator::Comma => !before.contains(last),
        };
        if before.contains(&Separator::Decimal) {
            return None;
        }
        if !is_decimal {
            return Some(whole);
        }
        let (part, groups) = self.groups.split_last()?;
        Some(((before, groups), part))
    }
}

/// Digits that thousands may follow.
fn is_head(group: &str) -> bool {
    (1..=3).contains(&group.len()) && !group.starts_with('0')
}

fn separator(character: char) -> Option<Separator> {
    match character {
        '.' | '．' => Some(Separator::Point),
        ',' | '，' | '،' => Some(Separator::Comma),
        '٫' => Some(Separator::Decimal),
        '٬' | '\'' | '’' => Some(Separator::Thousands),
        space if space.is_whitespace() => Some(Separator::Thousands),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::number::editable;
    use super::*;
    use crate::model::ZEROS;

    fn amount(typed: &str) -> Result<Option<f64>, Misread> {
        read_number(typed, Measure::Amount)
    }

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let cases = [
            ("7", 7.0),
            (" 2.5 ", 2.5),
            ("12,5", 12.5),
            ("0,125", 0.125),
            ("1234,567", 1234.567),
            ("1.125", 1.125),
            (",125", 0.125),
            (".5", 0.5),
            ("5.", 5.0),
            ("1,234.5", 1234.5),
            ("1.234,5", 1234.5),
            ("1,234,567", 1_234_567.0),
            ("1.250.000", 1_250_000.0),
            ("1'234", 1234.0),
            ("12\u{202f}345,5", 12345.5),
            ("+3", 3.0),
            ("1e3", 1000.0),
            ("5e−3", 0.005),
        ];
        for (typed, number) in cases {
            assert_eq!(amount(typed), Ok(Some(number)), "{typed:?}");
        }
        for typed in ["", " ", "\u{200f}", "\u{a0}\u{feff}"] {
            assert_eq!(amount(typed), Ok(None), "{typed:?}");
        }
    }

    #[test]
    fn whatever_is_read_as_a_number_begins_as_one() {
        let marks = ["", "-", "−", "\u{2010}", "–", "－", "+", "＋", ".", ",", "٫", "،", "．"];
        for zero in ZEROS {
            for mark in marks {
                for unseen in ["", "\u{200f}", "\u{2067}"] {
                    let typed = format!("{unseen}{mark}{zero}");
                    assert!(amount(&typed).unwrap().is_some(), "{typed:?}");
                    let first: Vec<char> = typed.chars().collect();
                    let seen = first.iter().position(|it| !is_unseen(*it)).unwrap();
                    let begun: String = first[..=seen].iter().collect();
                    assert!(begins_number(&begun), "{begun:?}");
                }
            }
        }
        for typed in ["", " ", "\u{200f}", "a", "e5", "'", "٬", "%", "½", "五", "l", "?"] {
            assert!(!begins_number(typed), "{typed:?}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for typed in [
            "seven",
            "1.2.3",
            "inf",
            "NaN",
            "1e999",
            "e5",
            "1e",
            "-",
            ".",
            "--3",
            "12,34,567",
            "0,125,000",
            "1,234'567",
            "1٫5٫2",
            "1,234,",
            "3 %%",
            "%",
            "1/2",
            "½",
            "五",
            "0x10",
        ] {
            let read = amount(typed);
            assert_eq!(read, Err(Misread::NoNumber), "{typed:?}");
        }
    }

    #[test]
    fn only_what_can_be_read_in_two_ways_is() {
        for (typed, thousands, decimal) in [
            ("1,500", 1500.0, 1.5),
            ("123,456", 123_456.0, 123.456),
            ("−1,500", -1500.0, -1.5),
            ("۱،۵۰۰", 1500.0, 1.5),
        ] {
            assert_eq!(amount(typed), Err(Misread::TwoWays { thousands, decimal }), "{typed:?}");
        }
    }

    #[test]
    fn a_per_cent_sign_stands_with_a_percentage_only() {
        for typed in ["12,5 %", "12.5%", "%12.5", "١٢٫٥٪"] {
            assert_eq!(read_number(typed, Measure::Percentage), Ok(Some(12.5)), "{typed:?}");
            assert_eq!(amount(typed), Err(Misread::NoPercentage(12.5)), "{typed:?}");
        }
    }

    /// A number as it is shown, in the digits and with the decimal mark of another script.
    fn written(number: f64, zero: char, decimal: char) -> String {
        let other = |character: char| match character {
            '.' => decimal,
            digit => digit
                .to_digit(10)
                .map_or(digit, |value| char::from_u32(u32::from(zero) + value).unwrap_or(digit)),
        };
        editable(number).chars().map(other).collect()
    }

    proptest! {
        #[test]
        fn what_is_shown_is_read_back_in_every_script_and_with_any_unseen_marks(
            number in prop_oneof![any::<f64>(), (-1e6..1e6), (-999_999i32..999_999).prop_map(|n| f64::from(n) / 1000.0)],
            zero in prop::sample::select(ZEROS.to_vec()),
            decimal in prop::sample::select(vec!['.', '٫', '．']),
            around in prop::sample::select(vec!["", "\u{200e}", "\u{202b}", "\u{2067}", "\u{feff}", "\u{a0}", "\u{2009}"]),
        ) {
            prop_assume!(number.is_finite());
            let typed = format!("{around}{}{around}", written(number, zero, decimal));
            let read = amount(&typed).unwrap().unwrap();
            let is_noise = (read - number).abs() <= number.abs() * 8.0 * f64::EPSILON;
            prop_assert!(read == number || is_noise && editable(read) == editable(number), "{typed:?}: {read}");
        }

        #[test]
        fn a_number_typed_in_full_is_that_number_to_the_last_bit(number in any::<f64>()) {
            prop_assume!(number.is_finite());
            prop_assert_eq!(amount(&format!("{number:?}")).unwrap().unwrap().to_bits(), number.to_bits());
        }

        #[test]
        fn whatever_is_typed_is_read_or_refused(typed in "[0-9.,٫٬ '%e−+\u{200e}a-c]{0,12}") {
            if let Ok(Some(number)) = amount(&typed) {
                prop_assert!(number.is_finite());
            }
        }
    }
}
