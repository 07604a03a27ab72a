//! Files that are whole, small enough for millions of them to be read.

use mizan::store::{self, Stamp};

/// Some files of one kind.
pub struct Corpus {
    texts: Vec<Vec<u8>>,
    titles: Vec<String>,
}

impl Corpus {
    fn of(texts: Vec<Vec<u8>>) -> Self {
        let title = |text: &Vec<u8>| Some(store::parse(text).ok()?.scenario.title);
        let titles = texts.iter().filter_map(title).collect();
        Self { texts, titles }
    }

    /// The scenarios of this folder.
    pub fn of_scenarios() -> Self {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus");
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let mut paths: Vec<_> = entries.collect();
        paths.sort();
        let corpus = Self::of(paths.iter().map(|path| std::fs::read(path).unwrap()).collect());
        assert!(corpus.titles.len() > 10, "most of the corpus opens");
        corpus
    }

    /// The same as recovery and versions keep them.
    pub fn of_kept_states() -> Self {
        let scenarios = Self::of_scenarios();
        let opened = scenarios.texts.iter().filter_map(|text| store::parse(text).ok());
        let kept = |opened: store::Opened| {
            let text = store::to_text(&opened.scenario).unwrap();
            let path = Some("/home/amal/a \"b\".ron".to_owned());
            let stamp = Stamp { at: 1_795_000_000, path, changes: 3, ..Stamp::default() };
            store::to_kept_state(&stamp, &text).into_bytes()
        };
        Self { titles: scenarios.titles.clone(), texts: opened.map(kept).collect() }
    }

    pub fn of_preferences() -> Self {
        let whole = "(theme: Dark, zoom_steps: 3, recent: [(path: \"/home/amal/a.ron\", title: \
                     \"A\", at: 1795000000), (path: \"b.ron\", title: \"\", at: -5)])";
        Self::of(vec![whole.as_bytes().to_vec(), b"()".to_vec()])
    }

    /// The file of a number, modulo how many there are.
    pub fn text(&self, number: u8) -> &[u8] {
        &self.texts[usize::from(number) % self.texts.len()]
    }

    pub fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.texts.iter().map(Vec::as_slice)
    }

    pub fn titles(&self) -> impl Iterator<Item = &str> {
        self.titles.iter().map(String::as_str)
    }
}
