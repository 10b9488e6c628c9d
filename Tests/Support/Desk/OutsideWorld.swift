import Foundation
import HouseFixtures

/// What a desk reaches beside its base: an editor and a phone, which keep what they are given, and a
/// clipboard.
struct OutsideWorld {
  private let folder: URL

  init() throws {
    folder = try Scratch.newFolder()
    try script("editor", "cat \"$1\" > '\(path("given"))'; mv '\(path("taken"))' \"$1\" 2>/dev/null")
    try script("dial", "echo \"$1\" >> '\(path("dialled"))'")
  }

  var dialCommand: String { path("dial") }

  var environment: [String: String] { ["VISUAL": path("editor"), "TMPDIR": folder.path] }

  /// What the editor makes of the next text; without it, it fails.
  func prepareEditor(_ text: String?) throws {
    try text.map { try Data($0.utf8).write(to: folder.appendingPathComponent("taken")) }
  }

  /// What the editor was given last.
  var given: String? { text("given") }

  var dialled: [String] { text("dialled")?.split(separator: "\n").map(String.init) ?? [] }

  /// The text of an OSC 52.
  static func clipboard(_ sequence: [UInt8]) -> String {
    let encoded = String(decoding: sequence, as: UTF8.self).split(separator: ";").last?.dropLast() ?? ""
    return Data(base64Encoded: String(encoded)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  private func text(_ name: String) -> String? { try? String(contentsOfFile: path(name), encoding: .utf8) }

  private func script(_ name: String, _ line: String) throws {
    try Data("#!/bin/sh\n\(line)\n".utf8).write(to: folder.appendingPathComponent(name))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path(name))
  }
}
