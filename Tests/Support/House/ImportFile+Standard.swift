import Assets
import Services

extension ImportFile {
  /// A table with the headings that ship.
  package convenience init(_ path: String) throws(ImportError) {
    try self.init(path, HeadingReading(.standard))
  }
}
