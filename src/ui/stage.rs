//! The stages of the work, a row each. Rail, shortcuts, menus, palette, status bar, the inspector's
//! place and the window's dispatch read these rows; a stage stands nowhere else.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::look::Icon;
use crate::model::FindingKind;
use crate::text::{self, bars::Shortcuts, command as word};

/// The table, in the order of the work. Behind a stage's name stands its panel: what
/// `ui::panels::Panels` keeps for it, as a field and its type there. The rest is its [`Row`].
///
/// It is a macro because the panels stand on this file: the stages are made from it here, and
/// `Panels` reads the same rows for what this file can't name.
macro_rules! stages {
    ($read:ident) => {
        $read! {
            Question, panel question: question::QuestionPanel {
                words: word::SHOW_QUESTION,
                icon: Icon::Question,
                shortcuts: &[ctrl(Key::Num1)],
                hint: text::bars::question_keys,
                inspector: InspectorPlace::Beside,
                is_flagged_by: nothing,
            }
            Matrix, panel matrix: matrix::MatrixPanel {
                words: word::SHOW_MATRIX,
                icon: Icon::Matrix,
                shortcuts: &[ctrl(Key::Num2)],
                hint: |_| text::bars::MATRIX_KEYS.to_owned(),
                inspector: InspectorPlace::BesideColumns { most: 8 },
                is_flagged_by: nothing,
            }
            Weights, panel weights: weights::WeightsPanel {
                words: word::SHOW_WEIGHTS,
                icon: Icon::Sliders,
                shortcuts: &[ctrl(Key::Num3)],
                hint: |_| text::bars::WEIGHTS_KEYS.to_owned(),
                inspector: InspectorPlace::Over,
                is_flagged_by: stale_weights,
            }
            Result, panel result: result::ResultPanel {
                words: word::SHOW_RESULT,
                icon: Icon::Bars,
                shortcuts: &[ctrl(Key::Num4)],
                hint: |_| text::bars::RESULT_KEYS.to_owned(),
                inspector: InspectorPlace::Over,
                is_flagged_by: nothing,
            }
            Firm, panel firm: firm::FirmPanel {
                words: word::SHOW_FIRM,
                icon: Icon::Firm,
                shortcuts: &[ctrl(Key::Num5)],
                hint: |_| text::bars::FIRM_KEYS.to_owned(),
                inspector: InspectorPlace::Over,
                is_flagged_by: nothing,
            }
            Teams, panel teams: teams::TeamsPanel {
                words: word::SHOW_TEAMS,
                icon: Icon::Teams,
                shortcuts: &[ctrl(Key::Num6)],
                hint: |_| text::bars::TEAMS_KEYS.to_owned(),
                inspector: InspectorPlace::Over,
                is_flagged_by: nothing,
            }
            Compare, panel compare: compare::ComparePanel {
                words: word::SHOW_COMPARE,
                icon: Icon::Compare,
                shortcuts: &[ctrl(Key::Num7)],
                hint: |_| text::bars::COMPARE_KEYS.to_owned(),
                inspector: InspectorPlace::Over,
                is_flagged_by: nothing,
            }
        }
    };
}
pub(in crate::ui) use stages;

/// A stage as all but its panel sees it.
#[derive(Clone, Copy)]
pub struct Row {
    /// Its name, and what its command says of it.
    pub words: (&'static str, &'static str),
    pub icon: Icon,
    pub shortcuts: &'static [KeyboardShortcut],
    /// The keys that its page has, for the status bar.
    pub hint: fn(&Shortcuts) -> String,
    pub inspector: InspectorPlace,
    /// Whether a finding puts a dot on it in the rail.
    pub is_flagged_by: fn(&FindingKind) -> bool,
}

/// Where a stage's page has the inspector in a window that is wide enough for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InspectorPlace {
    /// At its side, from the beginning.
    Beside,
    /// At its side while the document has so many criteria at most, else over it.
    BesideColumns { most: usize },
    /// Over it, once asked for.
    Over,
}

impl InspectorPlace {
    /// Whether it lies over the page of a document with so many criteria.
    pub fn is_over(self, criteria: usize) -> bool {
        match self {
            Self::Beside => false,
            Self::BesideColumns { most } => criteria > most,
            Self::Over => true,
        }
    }
}

macro_rules! rows {
    ($($stage:ident, panel $field:ident: $panel:ty { $($row:tt)* })*) => {
        /// The pages of a document, in the order of the work.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Stage {
            $($stage,)*
        }

        impl Stage {
            pub const ALL: &[Self] = &[$(Self::$stage,)*];

            pub fn row(self) -> Row {
                match self {
                    $(Self::$stage => const { Row { $($row)* } },)*
                }
            }
        }
    };
}
stages!(rows);

/// A document opens on its matrix.
impl Default for Stage {
    fn default() -> Self {
        Self::Matrix
    }
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

fn nothing(_: &FindingKind) -> bool {
    false
}

/// Some weight was given for another range of its criterion.
fn stale_weights(finding: &FindingKind) -> bool {
    matches!(finding, FindingKind::Stale { .. })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inspector_gives_way_to_pages_that_need_the_room() {
        let is_over = |stage: Stage, criteria| stage.row().inspector.is_over(criteria);
        assert_eq!([8, 9].map(|criteria| is_over(Stage::Matrix, criteria)), [false, true]);
        assert!(!is_over(Stage::Question, 1000));
        assert!(is_over(Stage::Weights, 0) && is_over(Stage::Compare, 0));
    }

    #[test]
    fn only_weights_given_for_another_range_flag_a_stage_and_that_is_the_weights() {
        let stale = FindingKind::Stale {
            team: crate::model::TeamId::new("a").unwrap(),
            criterion: crate::model::NodeId::new("cost").unwrap(),
            then: (0.0, 10.0),
            now: None,
        };
        let flagged = |finding: &FindingKind| {
            let stages = Stage::ALL.iter().copied();
            stages.filter(|stage| (stage.row().is_flagged_by)(finding)).collect::<Vec<_>>()
        };
        assert_eq!(flagged(&stale), [Stage::Weights]);
        assert_eq!(flagged(&FindingKind::NoCriteria), []);
    }
}
