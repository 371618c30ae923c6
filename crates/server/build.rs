//! The storefront in `dist/` is embedded into the binary; a change there rebuilds the server.

fn main() {
    let dist = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../dist");
    // An empty folder is enough to compile: pages then say that the storefront was not built.
    std::fs::create_dir_all(&dist).unwrap_or_else(|error| panic!("cannot make {}: {error}", dist.display()));
    println!("cargo:rerun-if-changed=../../dist");
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=demo");
}
