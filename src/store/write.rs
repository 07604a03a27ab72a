//! The text of a scenario file: stable, in document order, a changed cell a changed line.

use ron::ser::PrettyConfig;

use super::{read, to_v1};
use crate::model::Scenario;

/// The file's text for a scenario.
///
/// # Errors
/// [`Unwritable`] where the serialiser fails or the text doesn't read back as this scenario;
/// nothing may be written then.
pub fn to_text(scenario: &Scenario) -> Result<String, Unwritable> {
    let layout = PrettyConfig::new().new_line("\n").indentor("    ").separate_tuple_members(false);
    let mut text = read::options()
        .to_string_pretty(&to_v1::scenario(scenario), layout)
        .map_err(|error| Unwritable(error.to_string()))?;
    text.push('\n');
    match read::parse(text.as_bytes()) {
        Ok(opened) if opened.scenario == *scenario => Ok(text),
        Ok(_) => Err(Unwritable("it would not read back as it is now".to_owned())),
        Err(unreadable) => {
            let path = unreadable
                .faults
                .first()
                .and_then(|fault| fault.path.as_ref().map(ToString::to_string))
                .unwrap_or_default();
            Err(Unwritable(format!("it would not open again ({path})")))
        }
    }
}

/// Why no text can be made of a scenario, in words for a message.
#[derive(Debug)]
pub struct Unwritable(pub String);
