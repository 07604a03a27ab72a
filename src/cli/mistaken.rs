//! A word at a command's place that is none: the command that is near, or that it isn't there yet.

use std::ffi::{OsStr, OsString};
use std::path::Path;

use clap::CommandFactory;

use super::args::Arguments;
use crate::model::nearest;
use crate::store;
use crate::text::command_line;

/// The commands of CLI.md that this program doesn't have.
const NOT_THERE_YET: [&str; 4] = ["import", "export", "report", "verify"];

/// What is to be said of a call's first word where it was meant as a command and is none. A file or
/// a preset of that name is what the window opens; `words` are the call's, without the program.
pub fn mistaken(words: &[OsString]) -> Option<String> {
    let (word, behind) = first_word(words)?;
    let known = commands();
    let is_known = |known: &String| word == known.as_str() || word == "help";
    if known.iter().any(is_known) || is_there(word) {
        return None;
    }
    if NOT_THERE_YET.iter().any(|command| word == *command) {
        return Some(command_line::not_there_yet(&word.to_string_lossy()));
    }
    let near = word.to_str().and_then(|word| nearest(word, known.iter().map(String::as_str)));
    // Alone, a word that is like no command is a file that isn't there.
    let is_meant_as_command = near.is_some() || first_word(behind).is_some();
    let name = command_line::name_of(word);
    is_meant_as_command.then(|| command_line::no_command(&name, near.as_deref(), &known))
}

/// The first word that is no option of the window's, and those behind it.
fn first_word(words: &[OsString]) -> Option<(&OsStr, &[OsString])> {
    let (first, behind) = words.split_first()?;
    match first.to_str() {
        Some("--") => None,
        Some("--renderer" | "--frames") => first_word(behind.get(1..)?),
        Some(option) if option.starts_with('-') && option != "-" => first_word(behind),
        _ => Some((first, behind)),
    }
}

fn is_there(word: &OsStr) -> bool {
    word == "-" || Path::new(word).exists() || word.to_str().and_then(store::preset).is_some()
}

fn commands() -> Vec<String> {
    Arguments::command().get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &[&str]) -> Option<String> {
        mistaken(&words.iter().map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn what_is_a_command_or_may_be_a_file_is_no_mistake() {
        let sound: [&[&str]; 10] = [
            &[],
            &["check", "chek"],
            &["help", "rank"],
            &["--frames", "chek"],
            &["--renderer", "glow"],
            &["--", "chek"],
            &["-"],
            &["workshop-venue"],
            &["decision.ron"],
            &["decision.ron", "--frames", "3"],
        ];
        for words in sound {
            assert_eq!(said(words), None, "{words:?}");
        }
    }

    #[test]
    fn a_command_that_is_near_or_not_there_yet_is_told() {
        for words in [&["chek"] as &[&str], &["chek", "x.ron"], &["--frames", "3", "chek", "x.ron"]]
        {
            assert!(said(words).unwrap().contains("`check` is near"), "{words:?}");
        }
        for command in NOT_THERE_YET {
            assert!(said(&[command, "x.ron"]).unwrap().contains("not there yet"));
        }
        let far = said(&["decision.ron", "other.ron"]).unwrap();
        assert!(far.contains("no command `decision.ron`") && far.contains("robustness"), "{far}");
    }
}
