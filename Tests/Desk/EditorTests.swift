import Foundation
import HouseFixtures
import XCTest

@testable import Desk

/// The user's own editor: whatever becomes of it, the text is kept, and what was written there is not lost (R6.4).
final class EditorTests: XCTestCase {
  private var folder = URL(filePath: "/")

  override func setUpWithError() throws { folder = try Scratch.newFolder() }
  override func tearDown() { try? FileManager.default.removeItem(at: folder) }

  /// - Parameter line: of a shell, with the file as `$1`.
  private func edit(_ line: String) throws -> Result<String, EditorProblem> {
    let path = folder.appendingPathComponent("editor").path
    try Data("#!/bin/sh\n\(line)\n".utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let services = TerminalServices(environment: ["VISUAL": path, "TMPDIR": folder.path])
    return services.edit("原来的", longest: 1_000)
  }

  private func problem(_ line: String) throws -> EditorProblem? {
    guard case .failure(let problem) = try edit(line) else { return nil }
    return problem
  }

  private var leftFiles: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasPrefix("tideline-") }
  }

  func testWhatIsWrittenComesBackWithoutTheLastLineEnd() throws {
    XCTAssertEqual(try edit("printf '第一行\\n第二行\\n' > \"$1\""), .success("第一行\n第二行"))
    XCTAssertEqual(try edit("true"), .success("原来的"))
    // Stopped by itself it would keep the terminal for good.
    XCTAssertEqual(try edit("kill -STOP $$; printf 好 > \"$1\""), .success("好"))
    XCTAssertEqual(leftFiles, [])
  }

  func testWhyNothingIsTakenOverIsToldApart() throws {
    XCTAssertEqual(try problem("exit 1"), EditorProblem(kind: .failed))
    XCTAssertEqual(try problem("exit 127"), EditorProblem(kind: .missing(folder.path + "/editor")))
    XCTAssertEqual(try problem("kill -9 $$"), EditorProblem(kind: .killed))
    XCTAssertEqual(try problem("rm \"$1\""), EditorProblem(kind: .gone))
    XCTAssertEqual(try problem("rm \"$1\"; mkfifo \"$1\"")?.kind, .gone, "a pipe would never end")
    let missing = TerminalServices(environment: ["VISUAL": "/no/such", "TMPDIR": folder.path])
    XCTAssertEqual(missing.edit("x", longest: 9), .failure(EditorProblem(kind: .missing("/no/such"))))
    let nowhere = TerminalServices(environment: ["VISUAL": "true", "TMPDIR": "/no/such"])
    XCTAssertEqual(nowhere.edit("x", longest: 9), .failure(EditorProblem(kind: .gone)))
    XCTAssertEqual(leftFiles, [])
  }

  /// What somebody wrote for an hour is not thrown away because it can't be taken over.
  func testWhatWasWrittenInVainStaysInItsFile() throws {
    for (line, kind) in [
      ("printf 半句 > \"$1\"; exit 1", EditorProblem.Kind.failed), ("printf 半句 > \"$1\"; kill -9 $$", .killed),
      ("printf '\\377\\376' > \"$1\"", .notText), ("printf 'a\\0b' > \"$1\"", .notText),
      ("head -c 1001 /dev/zero | tr '\\0' x > \"$1\"", .tooLong(1_001)),
      ("head -c 5000000 /dev/zero | tr '\\0' x > \"$1\"", .tooLong(5_000_000)),
    ] {
      let found = try XCTUnwrap(try problem(line))
      XCTAssertEqual(found.kind, kind)
      let file = try XCTUnwrap(found.file)
      XCTAssertGreaterThan(try Data(contentsOf: URL(filePath: file)).count, 1, line)
      try FileManager.default.removeItem(atPath: file)
    }
  }
}
