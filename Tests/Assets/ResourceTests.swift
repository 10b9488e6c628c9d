import Assets
import Foundation
import XCTest

final class ResourceTests: XCTestCase {
  /// Each file of Resources/ is embedded, and nothing else: the table in CResources is written by hand.
  func testTheTableOfFilesIsTheFolder() throws {
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let folder = root.appendingPathComponent("Resources")
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    let files = found.filter { !$0.hasPrefix(".") && isFile(folder.appendingPathComponent($0)) }
    XCTAssertEqual(Asset.names.sorted(), files.sorted())
    for name in files {
      let data = try Data(contentsOf: folder.appendingPathComponent(name))
      XCTAssertEqual(Data(Asset.bytes(name)), data, name)
    }
  }

  private func isFile(_ url: URL) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && !isFolder.boolValue
  }

  /// A row with a field too few is read as another row's; a word listed twice hides one of its roles.
  func testTablesAreWellFormed() {
    for name in Asset.names where name.hasPrefix("tables/") && name.hasSuffix(".tsv") {
      let rows = Table(name).rows
      XCTAssertFalse(rows.isEmpty, name)
      XCTAssertTrue(Asset.text(name).hasPrefix("# "), "\(name) says where it comes from")
      for row in rows { XCTAssertGreaterThan(row.count, 1, "\(name) \(row)") }
    }
    for name in ["folds", "pinyin_phrases", "industry_words", "area_places", "towns", "area_codes"] {
      let keys = Table("tables/\(name).tsv").rows.compactMap(\.first)
      XCTAssertEqual(Set(keys).count, keys.count, name)
    }
  }
}
