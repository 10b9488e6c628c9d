import Foundation
import Glibc
import HouseFixtures

/// The built program, run as a process of its own.
package enum Program {
  /// Beside the bundle of the tests.
  package static let path: String = {
    let bundle = URL(fileURLWithPath: ProcessInfo.processInfo.arguments.first ?? "")
    let beside = bundle.deletingLastPathComponent().appendingPathComponent("tideline")
    if FileManager.default.isExecutableFile(atPath: beside.path) { return beside.path }
    let root = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appendingPathComponent(".build/debug/tideline").path
  }()

  package struct Result: Sendable {
    package let output: String
    package let errors: String
    /// The exit status; 128 and the signal where it was killed.
    package let status: Int32

    /// Each line of standard output as JSON.
    package var objects: [JSON] {
      output.split(separator: "\n").compactMap { try? JSONDecoder().decode(JSON.self, from: Data($0.utf8)) }
    }

    /// The code of a refusal told as JSON.
    package var code: String? {
      (try? JSONDecoder().decode(JSON.self, from: Data(errors.utf8)))?["code"]?.text
    }
  }

  @discardableResult
  package static func run(_ words: [String], environment: [String: String], input: String? = nil) throws
    -> Result
  {
    try Running(words, environment: environment, input: input).finish()
  }
}

/// A process of the program that was started.
package final class Running {
  private let process = Process()
  private let output: URL
  private let errors: URL

  /// - Parameter launcher: a command that runs the program, with its arguments before the program's path.
  package init(
    _ words: [String], environment: [String: String], input: String? = nil, launcher: [String] = []
  ) throws {
    output = URL(fileURLWithPath: Scratch.path(".out"))
    errors = URL(fileURLWithPath: Scratch.path(".err"))
    let command = launcher + [Program.path] + words
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    process.environment = environment.merging(Running.inherited) { given, _ in given }
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let pipe = input.map { _ in Pipe() }
    process.standardInput = pipe ?? FileHandle.nullDevice
    try process.run()
    if let pipe, let input {
      try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try pipe.fileHandleForWriting.close()
    }
  }

  deinit {
    for url in [output, errors] { try? FileManager.default.removeItem(at: url) }
  }

  /// What the program needs of the tests' own surroundings: where its libraries are, and how to measure coverage.
  private static let inherited = ProcessInfo.processInfo.environment.filter {
    ["PATH", "LD_LIBRARY_PATH", "LLVM_PROFILE_FILE"].contains($0.key)
  }

  package var isRunning: Bool { process.isRunning }

  /// By a signal, until it is told to go on.
  package var isStopped: Bool {
    let text = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.split(separator: " ").first == "T"
  }

  /// What it has written so far can be read while it runs; waits for a text, at most a minute.
  package func hasWritten(_ text: String) -> Bool {
    let end = ContinuousClock.now + .seconds(60)
    while isRunning, ContinuousClock.now < end {
      if (try? String(contentsOf: output, encoding: .utf8))?.contains(text) == true { return true }
    }
    return false
  }

  /// Ends it as a power cut would.
  package func kill() { Glibc.kill(process.processIdentifier, SIGKILL) }

  package func send(_ signal: Int32) { Glibc.kill(process.processIdentifier, signal) }

  package func finish() throws -> Program.Result {
    process.waitUntilExit()
    let wasKilled = process.terminationReason == .uncaughtSignal
    return Program.Result(
      output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8),
      status: process.terminationStatus + (wasKilled ? 128 : 0))
  }
}
