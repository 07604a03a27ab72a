fn main() {
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path).unwrap();
        match mizan::store::parse(&bytes) {
            Ok(o) => std::fs::write(&path, mizan::store::to_text(&o.scenario).unwrap()).unwrap(),
            Err(e) => println!("{path}: {:?}", e.faults),
        }
    }
}
