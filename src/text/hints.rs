//! Questions about weights, before they are sealed.

use super::{isolated, list};

pub const TITLE: &str = "Before you seal them";
pub const NEARLY_EQUAL: &str = "Nearly equal";
pub const TOLD_TWICE: &str = "Told twice?";
pub const SPLIT: &str = "Heavy because it is split?";
pub const HUGGING: &str = "Close to where they began";
pub const HUGGING_NOTE: &str = "These weights moved by less than 3 points from those that the document was opened with. Are \
     they the team’s own?";

const LOOK: &str = "Look";
const IT_IS_SO: &str = "It is so";
const WEIGH_AGAIN: &str = "Weigh again";

/// The two answers of each question.
pub const RANGE: [&str; 2] = [WEIGH_AGAIN, "Keep it"];
pub const EQUAL: [&str; 2] = ["Compare them", IT_IS_SO];
pub const TWICE: [&str; 2] = [LOOK, "Keep both"];
pub const BRANCH: [&str; 2] = [LOOK, IT_IS_SO];
pub const FIRST: [&str; 2] = [WEIGH_AGAIN, IT_IS_SO];

pub fn range_changed(criterion: &str) -> String {
    format!("{} was weighed for another range than there is now.", isolated(criterion))
}

pub fn nearly_equal(names: &[&str], percents: &[u32]) -> String {
    let names: Vec<_> = names.iter().map(|name| isolated(name)).collect();
    let percents: Vec<String> = percents.iter().map(u32::to_string).collect();
    format!("{} carry {} %. Is there truly no difference?", list(&names), list(&percents))
}

pub fn told_twice([a, b]: [&str; 2], percent: u32) -> String {
    format!(
        "{} and {} order the options alike and carry {percent} % together.",
        isolated(a),
        isolated(b)
    )
}

pub fn split(group: &str, percent: u32) -> String {
    format!(
        "{} carries {percent} %, and has many more criteria than the branches beside it.",
        isolated(group)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_that_are_nearly_equal_are_named_with_what_they_carry() {
        let said = nearly_equal(&["Sovereignty", "Relations", "Economy"], &[10, 10, 9]);
        let wished = "Sovereignty, Relations and Economy carry 10, 10 and 9 %. Is there truly no \
                      difference?";
        assert_eq!(said, wished);
    }
}
