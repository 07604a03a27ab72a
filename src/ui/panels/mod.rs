//! The window's regions: each builds its view data, paints it, and pushes actions.

mod answer;
mod assumption;
mod changes;
pub mod compare;
pub mod firm;
pub mod inspector;
pub mod matrix;
pub mod question;
pub mod rail;
pub mod result;
mod stage_panel;
pub mod start;
pub mod states;
pub mod status_bar;
pub mod teams;
pub mod title;
pub mod top_bar;
pub mod weights;

use egui::{Id, Ui};

pub use stage_panel::StagePanel;

use crate::session::Session;
use crate::ui::ViewContext;
use crate::ui::stage::{Stage, stages};

/// Makes a field of each row of the table of stages, and the way from the stage to it.
macro_rules! panels {
    ($($stage:ident, panel $field:ident: $panel:ty { $($row:tt)* })*) => {
        /// What the stages' pages keep between frames, for one document.
        #[derive(Default)]
        pub struct Panels {
            $(pub $field: $panel,)*
        }

        impl Panels {
            /// Shows the page of the stage that is looked at.
            pub fn ui(&mut self, context: ViewContext, ui: &mut Ui) {
                match context.view.stage {
                    $(Stage::$stage => StagePanel::ui(&mut self.$field, context, ui),)*
                }
            }

            /// The keys of what a stage's page shows, where they aren't its usual ones.
            pub fn keys(&self, stage: Stage) -> Option<&'static str> {
                match stage {
                    $(Stage::$stage => StagePanel::keys(&self.$field),)*
                }
            }

            /// Where work goes on in a stage, once its page was shown.
            pub fn landing(&self, stage: Stage, session: &Session) -> Option<Id> {
                match stage {
                    $(Stage::$stage => StagePanel::landing(&self.$field, session),)*
                }
            }
        }
    };
}
stages!(panels);
