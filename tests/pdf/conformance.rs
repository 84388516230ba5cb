//! Two validators over files: PDF/A-2a and PDF/UA-1. They need Python and Java, so only when asked for.

/// Demands that every file conforms; asks nothing unless `RTBRIEF_CONFORMANCE` is 1.
#[allow(clippy::disallowed_methods, clippy::print_stderr)]
pub fn check(files: impl IntoIterator<Item = Vec<u8>>) {
    if std::env::var_os("RTBRIEF_CONFORMANCE").is_none_or(|value| value != "1") {
        eprintln!("left out: set RTBRIEF_CONFORMANCE=1 to run the validators");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = std::process::Command::new("sh");
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/conformance/conformance")).arg("--verapdf");
    for (index, bytes) in files.into_iter().enumerate() {
        let path = folder.path().join(format!("{index}.pdf"));
        std::fs::write(&path, bytes).unwrap();
        command.arg(path);
    }
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
}
