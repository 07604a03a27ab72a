//! A scenario of a workshop's size made from nothing by keyboard alone, its keys counted.

#[path = "../common/from_nothing.rs"]
mod script;

use egui::{Key, Modifiers};
use mizan::app::Start;
use mizan::store;

use crate::desk::Desk;
use script::{Hands, Press};

/// A person at the keyboard: texts are typed as they are, keys are counted.
struct Typist {
    desk: Desk,
    keys: usize,
}

impl Hands for Typist {
    fn press(&mut self, press: Press) {
        let (modifiers, key) = match press {
            Press::New => (Modifiers::COMMAND, Key::N),
            Press::Matrix => (Modifiers::COMMAND, Key::Num2),
            Press::Weights => (Modifiers::COMMAND, Key::Num3),
            Press::Palette => (Modifiers::COMMAND, Key::K),
            Press::SaveAs => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::S),
            Press::SelectAll => (Modifiers::COMMAND, Key::A),
            Press::Tab => (Modifiers::NONE, Key::Tab),
            Press::Enter => (Modifiers::NONE, Key::Enter),
            Press::Space => (Modifiers::NONE, Key::Space),
        };
        self.keys += 1;
        self.desk.keys(modifiers, key);
    }

    fn words(&mut self, words: &str) {
        self.desk.type_text(words);
    }
}

#[test]
fn a_facilitator_makes_weighs_and_saves_a_scenario_in_few_keys_and_loses_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bridge.mizan.ron");
    let mut typist = Typist { desk: Desk::open(Start::Choice), keys: 0 };
    script::make(&mut typist, &path);
    script::check(&typist.desk.scenario());
    let saved = store::parse(&std::fs::read(&path).unwrap()).unwrap();
    script::check(&saved.scenario);
    assert!(typist.keys <= 150, "{} keys beside the words and numbers", typist.keys);
}
