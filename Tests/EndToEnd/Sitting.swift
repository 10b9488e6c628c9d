import Foundation
import Terminals
import TestSupport

/// Somebody in front of the screens, from the start of the program to its end.
final class Sitting {
  private static let patience: TimeInterval = 20

  private let program: TerminalProgram
  /// What was painted since the last key, without the sequences that place and colour it.
  private var painted = ""
  private var rest: [UInt8] = []

  /// - Parameters:
  ///   - command: what stands behind the name of the program; nothing for the screens.
  ///   - dial: the site's command that dials.
  init(
    _ house: ProcessHouse, as login: String = "zhang", _ command: [String] = [], dial: String = ""
  ) throws {
    // Whoever sits down is no newcomer.
    if command.isEmpty { try house.require(["preferences", "--seen", "--as", login]) }
    let environment = house.environment().merging(
      ["TERM": "xterm-256color", "HOME": house.folder.path, "LC_ALL": "zh_CN.UTF-8", "TIDELINE_DIAL": dial]
    ) { $1 }
    program = try TerminalProgram(
      Program.path, command + ["--as", login], environment: environment, rows: 24, columns: 80)
  }

  /// Presses all keys at once, and waits until a text is painted.
  func press(_ keys: String, until text: String) throws {
    painted = ""
    program.write(keys)
    try read(until: text)
  }

  /// Without waiting for what comes of it.
  func write(_ keys: String) { program.write(keys) }

  /// Since the last keys that were waited for.
  func hasPainted(_ text: String) -> Bool { painted.contains(text) }

  func read(until text: String) throws {
    let end = Date() + Sitting.patience
    while !painted.contains(text) {
      guard program.wait(Int32(max(0, end.timeIntervalSinceNow) * 1000)) else {
        throw Missed(text: text, painted: painted)
      }
      let bytes = program.read()
      if bytes.isEmpty { throw Missed(text: text, painted: painted) }
      take(bytes)
    }
  }

  private func take(_ bytes: ArraySlice<UInt8>) {
    rest += bytes
    // A character or a sequence may come in two parts: what is not whole yet waits.
    guard let text = String(validating: rest, as: UTF8.self) else { return }
    let plain = text.replacing(/\u{1B}(\[[0-9;?]*[@-~]|[()].|[=>78MDEc])/, with: "")
    if plain.contains("\u{1B}") { return }
    painted += plain
    rest = []
  }

  private struct Missed: Error {
    let text: String
    let painted: String
  }

  // MARK: its end

  /// The line drops.
  func hangUp() -> Int32 {
    program.hangUp()
    return program.finish()
  }

  /// Without a word.
  func kill() -> Int32 {
    program.kill()
    return program.finish()
  }

  func end(by signal: Int32) -> Int32 {
    program.send(signal)
    return program.finish()
  }

  func quit() throws -> Int32 {
    try press("q", until: "再按一次 q 离开潮线")
    program.write("q")
    return program.finish()
  }
}
