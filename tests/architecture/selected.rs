//! What is selected looks alike everywhere: its colours come from the theme, where they are held to
//! a contrast.

use crate::Violation;
use crate::house::{House, small_house};

/// Where they are set.
const THEME: &str = "ui/theme.rs";

/// How a style is asked for them.
const ASKED: [&str; 2] = ["visuals_mut().selection", "visuals.selection"];

/// No file but the theme's names the colours of what is selected.
pub fn looks_as_the_theme_has_it(house: &House) -> Vec<Violation> {
    let mut found = Vec::new();
    for source in house.sources.iter().filter(|source| source.path != THEME) {
        let lines = (1..).zip(source.code.lines());
        let asking = lines.filter(|(_, line)| ASKED.iter().any(|words| line.contains(words)));
        found.extend(asking.map(|(line, words)| Violation {
            path: source.path.clone(),
            line,
            what: words.trim().to_owned(),
        }));
    }
    found
}

#[test]
fn a_widget_that_sets_them_itself_is_found() {
    let found =
        |path: &str, code: &str| looks_as_the_theme_has_it(&small_house(&[(path, code)])).len();
    let setting = "fn ui(ui: &mut Ui) {\n    ui.visuals_mut().selection.bg_fill = grey();\n}\n";
    assert_eq!((found("ui/row.rs", setting), found(THEME, setting)), (1, 0));
    assert_eq!(found("ui/row.rs", "fn ui() {\n    session.selection = None;\n}\n"), 0);
}
