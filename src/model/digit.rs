//! Digits of every script.

/// The zeros of the decimal digits that Unicode knows; the nine others follow each.
/// Source: `UnicodeData.txt`, general category Nd.
pub const ZEROS: [char; 66] = [
    '0',
    '\u{660}',
    '\u{6f0}',
    '\u{7c0}',
    '\u{966}',
    '\u{9e6}',
    '\u{a66}',
    '\u{ae6}',
    '\u{b66}',
    '\u{be6}',
    '\u{c66}',
    '\u{ce6}',
    '\u{d66}',
    '\u{de6}',
    '\u{e50}',
    '\u{ed0}',
    '\u{f20}',
    '\u{1040}',
    '\u{1090}',
    '\u{17e0}',
    '\u{1810}',
    '\u{1946}',
    '\u{19d0}',
    '\u{1a80}',
    '\u{1a90}',
    '\u{1b50}',
    '\u{1bb0}',
    '\u{1c40}',
    '\u{1c50}',
    '\u{a620}',
    '\u{a8d0}',
    '\u{a900}',
    '\u{a9d0}',
    '\u{a9f0}',
    '\u{aa50}',
    '\u{abf0}',
    '\u{ff10}',
    '\u{104a0}',
    '\u{10d30}',
    '\u{11066}',
    '\u{110f0}',
    '\u{11136}',
    '\u{111d0}',
    '\u{112f0}',
    '\u{11450}',
    '\u{114d0}',
    '\u{11650}',
    '\u{116c0}',
    '\u{11730}',
    '\u{118e0}',
    '\u{11950}',
    '\u{11c50}',
    '\u{11d50}',
    '\u{11da0}',
    '\u{16a60}',
    '\u{16ac0}',
    '\u{16b50}',
    '\u{1d7ce}',
    '\u{1d7d8}',
    '\u{1d7e2}',
    '\u{1d7ec}',
    '\u{1d7f6}',
    '\u{1e140}',
    '\u{1e2f0}',
    '\u{1e950}',
    '\u{1fbf0}',
];

/// The ASCII digit that a digit of any script stands for; none where it is no digit.
pub fn digit(character: char) -> Option<char> {
    let behind = ZEROS.partition_point(|zero| *zero <= character);
    let zero = ZEROS.get(behind.checked_sub(1)?)?;
    char::from_digit(u32::from(character) - u32::from(*zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_digits_follow_from_each_zero_and_no_more() {
        assert!(ZEROS.is_sorted());
        for (script, zero) in ZEROS.into_iter().enumerate() {
            for (place, expected) in ('0'..='9').enumerate() {
                let character = char::from_u32(u32::from(zero) + place as u32).unwrap();
                assert_eq!(digit(character), Some(expected), "{character} of {script}");
            }
        }
        for character in ['/', ':', 'a', '½', '²', '௰', '\u{65f}', '\u{66a}', 'Ⅷ', '五'] {
            assert_eq!(digit(character), None, "{character}");
        }
    }
}
