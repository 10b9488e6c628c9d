import Domain
import Foundation
import Glibc
import Services
import Storage
import TestSupport
import XCTest

/// Files are kept with a customer and come out as they went in (R10.3).
final class DocumentTests: XCTestCase {
  private var folder = URL(fileURLWithPath: "/")

  override func setUpWithError() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  override func tearDown() {
    try? FileManager.default.removeItem(at: folder)
  }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }

  func testADocumentComesOutAsItWentIn() throws {
    let house = try TestHouse()
    let (customer, other) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .zhang))
    )
    let bytes = (0..<70_000).map { UInt8(truncatingIfNeeded: $0 * 7) }
    let source = try file("报价单.pdf", bytes)
    let added = try AddDocument(source, try DocumentFile.read(source), to: customer).perform(
      by: house.id(.zhang), at: house.now, in: house.house)
    try house.add("另一份", "另一份", to: other)
    XCTAssertEqual([added.name, added.sizeText, added.hash], ["报价单.pdf", "70 KB", SHA256.hex(of: bytes)])
    XCTAssertEqual(added.addedBy, try house.holder(.zhang))
    XCTAssertEqual(try house.view(customer).documents, [added])
    let saved = try SaveDocument(added.id).perform(by: house.id(.manager), at: house.now, in: house.house)
    XCTAssertEqual(saved.content, bytes)
    try DocumentFile.write(saved.content, to: path("out.pdf"))
    XCTAssertEqual(try DocumentFile.read(path("out.pdf")), bytes)
    XCTAssertEqual(
      try house.view(customer).events.first?.changes,
      [FieldChange(field: "document 报价单.pdf", before: nil, after: "70 KB")])
  }

  func testTheSameFileIsKeptOnce() throws {
    let house = try TestHouse()
    let (customer, other) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .zhang))
    )
    let first = try house.add("报价单.txt", "一份", to: customer)
    try assertRefused(.documentKnown(first), leaves: house) { try house.add("改名.txt", "一份", to: customer) }
    try house.add("报价单.txt", "两份", to: customer)
    try house.add("报价单.txt", "一份", to: other)
  }

  func testWhoMaySeeThem() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    try house.add("报价单.txt", "一份", to: customer)
    try assertRefused(.notHeld, leaves: house) { try house.add("x", "x", to: customer, by: .li) }
    try house.release(customer, by: .zhang)
    XCTAssertEqual(try house.view(customer, as: .li).documents, [], "R2.2")
    house.pass(minutes: 2)
    try house.pick(customer, by: .li)
    XCTAssertEqual(try house.view(customer, as: .li).documents.map(\.name), ["报价单.txt"])
  }

  func testTheyGoAlongWithAMergedCustomer() throws {
    let house = try TestHouse()
    let (older, younger) = (
      try house.customer(in: .library(of: .zhang)), try house.customer(in: .library(of: .li))
    )
    try house.add("一.txt", "一", to: older)
    let document = try house.add("二.txt", "二", to: younger, by: .li)
    try house.merge(older, younger)
    XCTAssertEqual(try house.view(older).documents.map(\.name), ["二.txt", "一.txt"])
    _ = try SaveDocument(document.id).perform(by: house.id(.zhang), at: house.now, in: house.house)
  }

  /// Bytes that went bad are never handed out as the document.
  func testADamagedDocumentIsNotSaved() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    let document = try house.add("报价单.txt", "一份", to: customer)
    let connection = try house.store().connection
    XCTAssertThrowsError(try connection.write { try connection.run("UPDATE document SET content = x'01'") })
    XCTAssertThrowsError(try connection.write { try connection.run("DELETE FROM document") })
    try connection.write {
      try connection.run("DROP TRIGGER document_is_final")
      try connection.run("UPDATE document SET content = x'01'")
    }
    XCTAssertThrowsError(
      try SaveDocument(document.id).perform(by: house.id(.zhang), at: house.now, in: house.house)
    ) { XCTAssertEqual($0 as? DocumentError, .damaged("报价单.txt")) }
  }

  func testNamesAreWhatTheyAreCalled() throws {
    let house = try TestHouse()
    let customer = try house.customer(in: .library(of: .zhang))
    for (name, kept) in [
      ("/tmp/../报价 单.txt", "报价 单.txt"), ("a/b\u{1B}[2J.txt", "b [2J.txt"), ("x\ny", "x y"),
    ] {
      XCTAssertEqual(try house.add(name, name, to: customer).name, kept)
    }
    for (name, problem) in [
      ("", Refusal.Problem.missing), ("a/ ", .missing), (String(repeating: "长", count: 67), .tooLong),
    ] {
      try assertRefused(.invalidField("document", problem), leaves: house) {
        try house.add(name, "x\(name)", to: customer)
      }
    }
  }

  // MARK: files that are none

  func testWhatIsNoDocument() throws {
    XCTAssertEqual(mkfifo(path("pipe"), 0o600), 0)
    let large = try file("large", [])
    XCTAssertEqual(truncate(large, Int(Document.largest) + 1), 0)
    let cases: [(String, DocumentError)] = [
      (folder.path, .notAFile(folder.path)), (path("pipe"), .notAFile(path("pipe"))),
      ("/dev/null", .notAFile("/dev/null")), (path("none"), .cannotOpen(path("none"), code: ENOENT)),
      (large, .tooLarge(large)), (try file("empty", []), .empty(path("empty"))),
    ]
    for (path, error) in cases {
      XCTAssertThrowsError(try DocumentFile.read(path), path) { XCTAssertEqual($0 as? DocumentError, error) }
    }
    XCTAssertEqual(truncate(large, Int(Document.largest)), 0)
    XCTAssertEqual(try DocumentFile.read(large).count, Document.largest)
  }

  /// Somebody goes on writing it while it is read: the file is taken whole or not at all.
  func testAFileThatChangesIsNotTaken() throws {
    let source = try file("grows", [UInt8](repeating: 1, count: 4_000_000))
    let writer = Thread { [path = source] in
      let descriptor = open(path, O_WRONLY | O_APPEND)
      while !Thread.current.isCancelled { _ = write(descriptor, [2], 1) }
      close(descriptor)
    }
    writer.start()
    defer { writer.cancel() }
    var seen: Set<DocumentError> = []
    for _ in 0..<200 where seen.isEmpty {
      do { _ = try DocumentFile.read(source) } catch { seen.insert(error) }
    }
    XCTAssertEqual(seen, [.changed(source)])
  }

  func testNothingIsReplaced() throws {
    let known = try file("known", [1, 2])
    XCTAssertThrowsError(try DocumentFile.write([3], to: known)) {
      XCTAssertEqual($0 as? DocumentError, .exists(known))
    }
    XCTAssertEqual(try DocumentFile.read(known), [1, 2])
    XCTAssertEqual(symlink(path("elsewhere"), path("link")), 0)
    XCTAssertThrowsError(try DocumentFile.write([3], to: path("link")))
    XCTAssertFalse(FileManager.default.fileExists(atPath: path("elsewhere")))
    try DocumentFile.write([3], to: path("new"))
    var status = stat()
    XCTAssertEqual(stat(path("new"), &status), 0)
    XCTAssertEqual(status.st_mode & 0o777, 0o600)
  }
}
