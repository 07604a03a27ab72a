//! What the page of weights says.

/// A field that holds a weight.
pub fn weight_of(criterion: &str) -> String {
    format!("Weight of {criterion}")
}

/// A row for those who can't see it: the name and its share as it is shown.
pub fn row(name: &str, percent: &str) -> String {
    format!("{name} {percent}")
}

/// Why weights can't be changed here.
pub const MEAN_IS_DERIVED: &str =
    "The mean follows from the teams’ weights. Choose a team above to change its own.";

pub const NO_TEAMS: &str =
    "There are no teams in this scenario, so every criterion weighs the same.";
pub const KEPT_RECORD: &str = "This team weighs by comparisons; its shares follow from them. The \
                               first weight given here would begin anew, after asking.";
pub const CLEAR_WEIGHTS: &str = "Clear the weights";

/// Holds a share, or lets it go.
pub fn hold(name: &str) -> String {
    format!("Hold the share of {name}")
}

pub fn let_go(name: &str) -> String {
    format!("Let the share of {name} go")
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
    format!("No weights from {team} yet")
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

pub const ALL_ALIKE: &str = "Every criterion weighs the same";
