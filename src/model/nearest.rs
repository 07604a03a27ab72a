//! The known name that a mistyped one most likely meant.

/// The nearest of `known` by Levenshtein's distance, where at most a third of the letters differ;
/// the first where several are.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let typed_letters = typed.chars().count();
    known
        .into_iter()
        .filter_map(|name| {
            let letters = typed_letters.max(name.chars().count());
            let too_far = typed_letters.abs_diff(name.chars().count()) * 3 > letters;
            let distance = if too_far { return None } else { strsim::levenshtein(typed, name) };
            (distance * 3 <= letters).then_some((distance, name))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_most_a_third_of_the_letters_differ() {
        let known = ["cost", "isis-risk", "sovereignty"];
        assert_eq!(nearest("isis-risc", known).as_deref(), Some("isis-risk"));
        assert_eq!(nearest("sovreignity", known).as_deref(), Some("sovereignty"));
        assert_eq!(nearest("coat", known).as_deref(), Some("cost"));
        assert_eq!(nearest("cats", known), None);
        assert_eq!(nearest("", known), None);
    }
}
