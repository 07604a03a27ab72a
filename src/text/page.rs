//! The words of the pages that show results.

pub const NOTHING_TO_RANK: &str = "There is nothing to rank yet: add options, criteria and scores.";
pub const CHOOSE_TWO: &str = "Choose two options above to compare them.";
pub const OUT_OF_TEN: &str = "Totals out of 10.";
pub const ONE_DASH: &str = " Dashed: what the one missing score could still add.";

/// Whose weights are shown.
pub fn weights_of(team: &str) -> String {
    format!("Weights and scores of {team}")
}

/// What dashes mean.
pub fn dashes(count: usize) -> String {
    format!(" Dashed: what the {count} missing scores could still add.")
}

/// What must-haves keep out.
pub fn ruled_out(options: &str) -> String {
    format!(" Ruled out by a must-have: {options}.")
}

pub const NONE_WEIGHED: &str = "No team has weighed yet";
pub const NO_TEAMS_YET: &str = "No teams yet";
pub const OWN_EVERYTHING: &str = "Each team with its own weights and its own scores.";
pub const WEIGHTS_SIDE_BY_SIDE: &str = "Weights side by side";
pub const WIDEST_FIRST: &str = "Widest spread first.";
pub const RANKS: &str = "Ranks";
pub const DASHED_OPEN: &str = "Dashed: depends on a missing score.";
pub const KENDALL: &str = "Kendall’s W, 0 to 1";
pub const NO_AGREEMENT: &str =
    "Agreement needs two teams that have weighed, and two options that all of them rank.";

/// How far the teams agree.
pub fn agreement(w: f64, words: &str) -> String {
    format!("Agreement {w:.2}, {words}")
}

/// Teams that aren't in the charts.
pub fn not_shown(teams: &str) -> String {
    format!("Not shown, because they have not weighed or are sealed: {teams}.")
}

const ALL_TOGETHER: &str = "All teams together";
pub const SWING_QUESTION: &str = "Imagine every criterion at its worst. Which one would you lift \
                                  to its best first? That swing gets 100; compare the others with \
                                  it.";
pub const SLIDER_QUESTION: &str = "How much does each criterion matter, beside its neighbours?";
pub const SWING_POINTS: &str = "Swing points";
pub const SLIDERS: &str = "Sliders";
pub const OTHER_WAY_NOTE: &str =
    "The weights given so far are kept until you give the first one in this way.";
pub const SWING_HEAD: &str = "Swing, worst to best option";
pub const CRITERION_HEAD: &str = "Criterion, worst to best option";
pub const POINTS: &str = "Points";
pub const SHARE_HEAD: &str = "Share of the total";
pub const LOCK_HEAD: &str = "Lock";
pub const SWING_FORMULA: &str = "Share = points ÷ length of the swing, scaled to 100 %.";
pub const SLIDER_FORMULA: &str = "Share = weight ÷ sum of the weights beside it.";
pub const NO_CRITERIA: &str = "There are no criteria yet.";
pub const NOTHING_SCORED: &str = "nothing scored yet";
pub const RANGE_CHANGED: &str = "range changed";
pub const KEEP: &str = "Keep";
pub const KEEP_NOTE: &str =
    "Keeps the number for the range that there is now; the share follows from it";
pub const WHY_HINT: &str = "Why this weight";
pub const LIVE_RANKING: &str = "Live ranking";
pub const AGAINST_EQUAL: &str = "moves against equal weights";
pub const BEGIN_WAY: &str = "Weigh anew";
pub const BEGIN_WAY_TITLE: &str = "Begin in another way?";

/// What a team weighs most; all teams together, where none is named.
pub fn heaviest(team: Option<&str>, most: &[&str], share: &str, count: usize) -> String {
    let (who, verb) = team.map_or((ALL_TOGETHER, ""), |team| (team, "s"));
    match most {
        [] => "There is nothing to weigh yet".to_owned(),
        [only] if count == 1 => format!("{only} is all that counts"),
        [only] => format!("{who} put{verb} {share} of the weight on {only}"),
        all if all.len() == count => format!("{who} weigh{verb} all criteria alike"),
        several => {
            format!("{who} put{verb} most weight on {}, the same on each", super::list(several))
        }
    }
}

pub fn not_weighed(team: &str) -> String {
    format!("{team} has not weighed yet")
}

/// The worst end of a swing.
pub fn swing_from(score: &str, option: &str) -> String {
    format!("from {score}  {option}")
}

/// The best end of a swing, and how many options have no score.
pub fn swing_to(score: &str, option: &str, missing: usize) -> String {
    let gaps = match missing {
        0 => String::new(),
        1 => "  (one not scored)".to_owned(),
        count => format!("  ({count} not scored)"),
    };
    format!("to {score}  {option}{gaps}")
}

/// How many places an option went up (positive) or down.
pub fn moved(places: i64) -> String {
    match places {
        0 => String::new(),
        up if up > 0 => format!("up {up}"),
        down => format!("down {}", -down),
    }
}

/// A field for why a team gives a weight.
pub fn reason_of(criterion: &str) -> String {
    format!("Reason for the weight of {criterion}")
}

/// Asks before the judgements of another way go.
pub fn begin_way(team: &str) -> String {
    format!(
        "The weights that {team} gave so far go with the first one given in this way. Undo brings \
         them back."
    )
}

pub const THIS_DOCUMENT: &str = "this scenario";
pub const CHOOSE_VIEWS: &str = "Choose two teams, or a file, to compare";
pub const LEFT_SIDE: &str = "Left side";
pub const RIGHT_SIDE: &str = "Right side";
pub const AND: &str = "and";
pub const COMPARE_FILE: &str = "Compare with a file…";
pub const NOT_THERE: &str = "not there";
pub const NO_DIFFERENCE: &str = "Nothing differs.";
pub const LARGEST_FIRST: &str = "What differs; shares and scores the largest first";
pub const TAKE_OVER: &str = "Take over";
pub const TAKE_OVER_NOTE: &str =
    "Makes the left side as the right one is in this; Undo brings it back";

/// How much differs.
pub fn differences(count: usize, left: &str, right: &str) -> String {
    let said = match count {
        0 => format!("{left} and {right} are alike"),
        1 => format!("{left} and {right} differ in one thing"),
        count => format!("{left} and {right} differ in {count} things"),
    };
    let mut letters = said.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A button that takes a difference over, for those who can't see where it stands.
pub fn take_over(sentence: &str) -> String {
    format!("{TAKE_OVER}: {sentence}")
}

/// What was done, as undo says it.
pub fn taking_over(sentence: &str) -> String {
    format!("taking over “{}”", sentence.trim_end_matches('.'))
}

/// Follows a team through the charts.
pub fn follow(team: &str) -> String {
    format!("Follow {team}")
}

pub const ALL_ALIKE: &str = "Every criterion weighs the same";
