//! Numbers as people type them.

/// What a typed text means as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Parsed {
    Nothing,
    Number(f64),
    /// `1,500`: a thousand and a half, or one and a half.
    Ambiguous,
    Wrong,
}

/// A number as people type it: a comma or a point, a minus of either length.
pub fn parse(typed: &str) -> Parsed {
    let text = typed.trim().replace('−', "-");
    if text
        .split_once(',')
        .is_some_and(|(_, behind)| behind.len() == 3 && behind.bytes().all(|b| b.is_ascii_digit()))
    {
        return Parsed::Ambiguous;
    }
    let text = text.replace(',', ".");
    if text.is_empty() {
        return Parsed::Nothing;
    }
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => Parsed::Number(number),
        _ => Parsed::Wrong,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        for (typed, number) in
            [("7", 7.0), (" 2.5 ", 2.5), ("2,5", 2.5), ("−3", -3.0), ("-3", -3.0), (".5", 0.5)]
        {
            assert_eq!(parse(typed), Parsed::Number(number), "{typed:?}");
        }
        for typed in ["seven", "1.2.3", "1,234.5", "inf", "NaN", "1e999"] {
            assert_eq!(parse(typed), Parsed::Wrong, "{typed:?}");
        }
        assert_eq!(
            (parse("  "), parse("1,500"), parse("1,50")),
            (Parsed::Nothing, Parsed::Ambiguous, Parsed::Number(1.5))
        );
    }
}
