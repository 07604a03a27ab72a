//! Whatever happens to the program, the disk, the power or the file: the old file or the new one,
//! and the newest state kept.

mod faulty;
mod fixtures;
mod full;
mod places;
mod power;
mod recovery;
mod versions;

use mizan::model::Scenario;
use mizan::store::to_text;

/// The text of a small scenario.
fn text(title: &str) -> String {
    to_text(&Scenario::new(title)).unwrap()
}
