//! A face made for tests: IBM Plex, that maps other characters than its own.

/// IBM Plex Sans with a character map of these alone, each drawn by the glyph of a number.
pub fn face(characters: &[(char, u32)]) -> Vec<u8> {
    let plex = mizan::look::font::latin(mizan::look::Weight::Regular);
    let tables = tables(plex).into_iter().map(|(tag, bytes)| match &tag {
        b"cmap" => (tag, character_map(characters)),
        _ => (tag, bytes.to_vec()),
    });
    font(&tables.collect::<Vec<_>>())
}

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// The tables of a font by their tags.
fn tables(font: &[u8]) -> Vec<([u8; 4], &[u8])> {
    let count = usize::from(u16::from_be_bytes([font[4], font[5]]));
    let record = |index: usize| {
        let record = &font[12 + 16 * index..];
        let (start, length) = (number(record, 8), number(record, 12));
        (record[..4].try_into().unwrap(), &font[start..start + length])
    };
    (0..count).map(record).collect()
}

/// A `cmap` table of format 12, one group a character.
fn character_map(characters: &[(char, u32)]) -> Vec<u8> {
    let mut sorted = characters.to_vec();
    sorted.sort_unstable();
    let count = sorted.len() as u32;
    let mut table = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    table.extend([16 + 12 * count, 0, count].into_iter().flat_map(u32::to_be_bytes));
    for (character, glyph) in sorted {
        let code = u32::from(character);
        table.extend([code, code, glyph].into_iter().flat_map(u32::to_be_bytes));
    }
    table
}

fn font(tables: &[([u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut head = vec![0, 1, 0, 0];
    head.extend((tables.len() as u16).to_be_bytes());
    head.extend([0; 6]);
    let mut body = Vec::new();
    let begin = 12 + 16 * tables.len();
    for (tag, bytes) in tables {
        head.extend(tag);
        head.extend([0; 4]);
        head.extend(((begin + body.len()) as u32).to_be_bytes());
        head.extend((bytes.len() as u32).to_be_bytes());
        body.extend(bytes);
        body.resize(body.len().next_multiple_of(4), 0);
    }
    head.extend(body);
    head
}
