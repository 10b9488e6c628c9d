/// Where a workbook keeps what an import needs: the parts are found by their relations, as their names are free.
struct WorkbookParts {
  private static let limit = 16_777_216
  private static let sheetLimit = 1_000

  let sheet: WorkbookSheet
  let rows: String
  let strings: String?
  let styles: String?
  let startsIn1904: Bool

  init(in archive: WorkbookArchive) throws(WorkbookError) {
    let roots = try PartRelations(of: "", in: archive)
    guard let book = roots.target(kind: "officeDocument") else { throw .noSheet }
    let relations = try PartRelations(of: book, in: archive)
    var xml = try archive.scanner(book, limit: WorkbookParts.limit)
    var startsIn1904 = false
    var sheets: [(name: String, part: String)] = []
    var event = try xml.next()
    while event != .finish {
      if event == .start, xml.name == "workbookPr" {
        startsIn1904 = ["1", "true"].contains(xml["date1904"] ?? "")
      }
      if event == .start, xml.name == "sheet", xml["state"] ?? "visible" == "visible",
        let part = relations.target(id: xml["id"] ?? "", kind: "worksheet")
      {
        sheets.append((xml["name"] ?? "", part))
        if sheets.count > WorkbookParts.sheetLimit { throw .tooLarge }
      }
      event = try xml.next()
    }
    guard let first = sheets.first else { throw .noSheet }
    sheet = WorkbookSheet(name: first.name, others: sheets.count - 1)
    rows = first.part
    strings = relations.target(kind: "sharedStrings")
    styles = relations.target(kind: "styles")
    self.startsIn1904 = startsIn1904
  }
}

/// What a part of a workbook refers to.
private struct PartRelations {
  private static let limit = 1_048_576

  private var relations: [(id: String, kind: String, target: String)] = []

  /// - Parameter part: `xl/workbook.xml`; nothing for the archive as a whole.
  init(of part: String, in archive: WorkbookArchive) throws(WorkbookError) {
    let names = part.split(separator: "/")
    let folder = names.dropLast().map { $0 + "/" }.joined()
    var xml = try archive.scanner("\(folder)_rels/\(names.last ?? "").rels", limit: PartRelations.limit)
    var event = try xml.next()
    while event != .finish {
      if event == .start, xml.name == "Relationship", let target = xml["Target"] {
        let kind = xml["Type"]?.split(separator: "/").last ?? ""
        relations.append((xml["Id"] ?? "", String(kind), PartRelations.path(target, from: folder)))
      }
      event = try xml.next()
    }
  }

  func target(id: String? = nil, kind: String) -> String? {
    relations.first { $0.kind == kind && (id == nil || $0.id == id) }?.target
  }

  /// From the root of the archive, whether it was said from there or from the folder.
  private static func path(_ written: String, from folder: String) -> String {
    let target = written.replacing("\\", with: "/")
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var names = folder.split(separator: "/")
    for name in target.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    return names.joined(separator: "/")
  }
}
