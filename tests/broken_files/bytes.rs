//! Files whose bytes are no text that can be read, and things that are no files.

use std::path::Path;

use crate::common::Call;
use crate::{Broken, SOUND, hold};

/// A file of these bytes whose fault has a place or none.
fn raw(
    name: &str,
    bytes: Vec<u8>,
    place: Option<(usize, usize)>,
    class: &'static str,
    says: &str,
) -> Broken {
    let (line, column) = place.unzip();
    Broken { name: name.to_owned(), bytes, class, line, column, says: vec![says.to_owned()] }
}

/// The sound file with bytes put in at a place of its third line, and that place.
fn with_bytes(bytes: &[u8]) -> (Vec<u8>, (usize, usize)) {
    let at = SOUND.find("Where").unwrap();
    let text = [&SOUND.as_bytes()[..at], bytes, &SOUND.as_bytes()[at..]].concat();
    (text, (3, "    title: \"".len() + 1))
}

fn utf16(text: &str, order: fn(u16) -> [u8; 2], mark: &str) -> Vec<u8> {
    mark.encode_utf16().chain(text.encode_utf16()).flat_map(order).collect()
}

#[test]
fn utf_16_is_told_as_such() {
    let mut cases = Vec::new();
    for (name, order) in
        [("little", u16::to_le_bytes as fn(u16) -> [u8; 2]), ("big", u16::to_be_bytes)]
    {
        for mark in ["", "\u{FEFF}"] {
            for text in [
                SOUND.to_owned(),
                format!("// a comment\n{SOUND}"),
                format!(" {SOUND}"),
                format!("\r\n{SOUND}"),
            ] {
                let bytes = utf16(&text, order, mark);
                cases.push(raw(
                    &format!("{name} end first, {mark:?}, {:?}", &text[..3]),
                    bytes,
                    None,
                    "syntax",
                    "UTF-16",
                ));
            }
        }
    }
    hold(&cases);
}

#[test]
fn damage_is_told_where_it_is() {
    let damaged = |name: &str, bytes: &[u8], says: &str| {
        let (text, place) = with_bytes(bytes);
        raw(name, text, Some(place), "syntax", says)
    };
    let mut cut = SOUND.as_bytes()[..SOUND.find("Where").unwrap()].to_vec();
    cut.extend([0xD9, 0x85, 0xD9]);
    hold(&[
        damaged("a byte of no encoding", &[0xFF], "UTF-8"),
        damaged("Latin-1", &[0xE9], "UTF-8"),
        damaged("a lone continuation", &[0x80], "UTF-8"),
        damaged("an overlong form", &[0xC0, 0x80], "UTF-8"),
        damaged("half a pair", &[0xED, 0xA0, 0x80], "UTF-8"),
        damaged("a NUL", &[0], "NUL"),
        damaged("NULs and worse", &[0, 0, 0, 0], "NUL"),
        raw("cut within a character", cut, Some((3, 14)), "syntax", "UTF-8"),
        raw("NULs alone", vec![0; 4096], Some((1, 1)), "syntax", "NUL"),
        raw("one NUL", vec![0], Some((1, 1)), "syntax", "NUL"),
        raw(
            "NULs behind the text",
            [SOUND.as_bytes(), &[0; 512]].concat(),
            Some((SOUND.lines().count() + 1, 1)),
            "syntax",
            "NUL",
        ),
    ]);
}

#[test]
fn a_file_with_nothing_in_it_is_told_as_empty() {
    let empty =
        |name: &str, text: &str| raw(name, text.as_bytes().to_vec(), None, "syntax", "empty");
    hold(&[
        empty("empty", ""),
        empty("blanks", " \n\t\r\n "),
        empty("a mark alone", "\u{FEFF}"),
        empty("a mark and blanks", "\u{FEFF}\n\n"),
    ]);
}

#[test]
fn a_file_of_comments_is_told_somewhere_in_it() {
    for text in ["// nothing\n", "/* nothing */", "// nothing"] {
        let checked = Call::new(["check", "comment.ron", "--format", "json"])
            .file("comment.ron", text)
            .run()
            .expect(1);
        let error = &checked.json_lines()[0]["errors"][0];
        assert_eq!(error["place"], "syntax", "{text:?}: {error}");
        assert!(error["message"].as_str().unwrap().len() > 10, "{text:?}: {error}");
    }
}

#[test]
fn marks_and_line_ends_move_no_place() {
    let broken = SOUND.replace("\"rent\": (score: 5)", "¦\"rant\": (score: 5)");
    let typed = SOUND.replace("goal: Minimize", "goal: ¦Minimise");
    let plain = [
        Broken::text("a plain file", &broken, "meaning", &["`rent`"]),
        Broken::text("plainer", &typed, "type", &["`Minimize`"]),
    ];
    let mut cases = Vec::new();
    for case in &plain {
        let text = String::from_utf8(case.bytes.clone()).unwrap();
        let place = case.line.zip(case.column);
        let other = |name: &str, text: String| {
            raw(name, text.into_bytes(), place, case.class, &case.says[0])
        };
        cases.push(other("a byte-order mark", format!("\u{FEFF}{text}")));
        cases.push(other("carriage returns", text.replace('\n', "\r\n")));
        cases.push(other("both", format!("\u{FEFF}{}", text.replace('\n', "\r\n"))));
    }
    cases.push(Broken::text(
        "a fault on the mark's line",
        "(format: 1, ¦titl: \"W\")",
        "type",
        &["`title`"],
    ));
    let marked = cases.last_mut().unwrap();
    marked.bytes.splice(0..0, "\u{FEFF}".bytes());
    hold(&cases);
}

#[test]
fn a_hundred_thousand_open_brackets_are_a_fault_like_any_other() {
    let mut cases = Vec::new();
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("/*", "*/"),
        ("Some(", ")"),
        ("[(", ")]"),
        ("{\"a\":", "}"),
    ] {
        let (opened, closed) = (open.repeat(100_000), close.repeat(100_000));
        for (place, from) in [
            ("title", "\"Where to meet\""),
            ("options", "(id: \"hall\", name: \"Hall\", letter: \"A\"),"),
        ] {
            cases.push((format!("{open} at {place}"), SOUND.replace(from, &opened)));
            // A comment in comments that are all closed is a blank like any other.
            if open != "/*" {
                cases.push((
                    format!("{open} and {close} at {place}"),
                    SOUND.replace(from, &format!("{opened}{closed}")),
                ));
            }
        }
        cases.push((format!("{open} alone"), opened.clone()));
        cases.push((format!("{open} and {close} alone"), format!("{opened}{closed}")));
    }
    for (name, text) in cases {
        let checked = Call::new(["check", "deep.ron", "--format", "json"])
            .file("deep.ron", &text)
            .run()
            .expect(1);
        let error = &checked.json_lines()[0]["errors"][0];
        assert!(error["place"] == "syntax" || error["place"] == "type", "{name}: {error}");
        let ranked = Call::new(["rank", "-"]).stdin(&text).run().expect(1);
        assert!(
            ranked.stderr.starts_with("-:")
                && ranked.stdout.is_empty()
                && ranked.stderr.len() < 2_000,
            "{name}: {}",
            ranked.stderr
        );
    }
}

/// What stands at `thing.ron` instead of a file, and what is said of it.
fn hold_thing(prepare: impl Fn(&Path), place: &str, says: &str) {
    for words in [["check", "thing.ron"], ["rank", "thing.ron"]] {
        let outcome = Call::new(words).prepared(&prepare).run().expect(1);
        let told = if words[0] == "check" { &outcome.stdout } else { &outcome.stderr };
        assert!(told.starts_with("thing.ron: ") && told.contains(says), "{told}");
    }
    let checked =
        Call::new(["check", "thing.ron", "--format", "json"]).prepared(&prepare).run().expect(1);
    let error = &checked.json_lines()[0]["errors"][0];
    assert_eq!(
        (&error["place"], &error["line"], &error["column"]),
        (&place.into(), &().into(), &().into()),
        "{error}"
    );
}

#[test]
fn what_is_no_file_is_told_without_a_place() {
    hold_thing(|_| (), "file", "can't be read");
    hold_thing(
        |folder| std::fs::create_dir(folder.join("thing.ron")).unwrap(),
        "file",
        "can't be read",
    );
    hold_thing(|folder| std::fs::write(folder.join("thing"), "").unwrap(), "file", "can't be read");
    hold_thing(
        |folder| std::os::unix::fs::symlink("thing.ron", folder.join("thing.ron")).unwrap(),
        "file",
        "can't be read",
    );
}

#[test]
fn a_file_that_may_not_be_read_is_told_or_is_read_by_root() {
    let locked = |folder: &Path| {
        use std::os::unix::fs::PermissionsExt;
        let file = folder.join("thing.ron");
        std::fs::write(&file, SOUND).unwrap();
        std::fs::set_permissions(file, PermissionsExt::from_mode(0o000)).unwrap();
    };
    let folder = tempfile::tempdir().unwrap();
    locked(folder.path());
    if std::fs::read(folder.path().join("thing.ron")).is_err() {
        hold_thing(locked, "file", "can't be read");
    } else {
        let checked = Call::new(["check", "thing.ron"]).prepared(locked).run().expect(0);
        assert!(checked.stdout.contains("no errors"), "{}", checked.stdout);
    }
}

#[test]
fn a_file_beyond_64_mib_is_told_by_its_size() {
    let large = |folder: &Path| {
        let file = std::fs::File::create(folder.join("thing.ron")).unwrap();
        file.set_len(65 * 1024 * 1024).unwrap();
    };
    hold_thing(large, "limit", "64 MiB");
    let piped = Call::new(["rank", "-"]).stdin(vec![b' '; 64 * 1024 * 1024 + 1]).run().expect(1);
    assert!(piped.stderr.starts_with("-: ") && piped.stderr.contains("64 MiB"), "{}", piped.stderr);
}
