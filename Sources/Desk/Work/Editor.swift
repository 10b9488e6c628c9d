import Domain
import FoundationEssentials
import Glibc

/// Why nothing was taken over from the user's editor. What he wrote there stays in its file.
package struct EditorProblem: Error, Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// It can't be run; its name.
    case missing(String)
    /// It said that it failed, or was killed.
    case failed, killed
    /// What it left is no text, or far more than a note holds; its bytes.
    case notText
    case tooLong(Int)
    /// It left no file, or something else in its place.
    case gone
  }

  package let kind: Kind
  /// Where it lies what was written; nil where nothing was.
  package var file: String?
}

/// The user's own editor in the foreground, with the terminal, on a file that only he can read.
struct Editor {
  let command: [String]
  let folder: String

  /// - Parameter longest: bytes of what is taken over.
  func edit(_ text: String, longest: Int) -> Result<String, EditorProblem> {
    guard let file = PrivateFile(holding: text, in: folder) else {
      return .failure(EditorProblem(kind: .gone))
    }
    let result = run(on: file, longest: longest).mapError { problem in
      EditorProblem(kind: problem.kind, file: file.isStill(text) ? nil : file.path)
    }
    if case .failure(let problem) = result, problem.file != nil { return result }
    file.remove()
    return result
  }

  private func run(on file: PrivateFile, longest: Int) -> Result<String, EditorProblem> {
    func failed(_ kind: EditorProblem.Kind) -> Result<String, EditorProblem> {
      .failure(EditorProblem(kind: kind))
    }
    switch Subprocess.run(command + [file.path]) {
    case .missing: return failed(.missing(command.first ?? ""))
    case .failed: return failed(.failed)
    case .killed: return failed(.killed)
    case .ended: break
    }
    guard let size = file.size else { return failed(.gone) }
    if size > longest { return failed(.tooLong(size)) }
    return file.text.map { .success($0) } ?? failed(.notText)
  }
}

/// A file of a fresh name that only the user can read.
private struct PrivateFile {
  let path: String

  init?(holding text: String, in folder: String) {
    var template = Array("\(folder)/tideline-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&template, 4)
    guard descriptor >= 0 else { return nil }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let bytes = Array(text.utf8)
    let written = write(descriptor, bytes, bytes.count)
    Glibc.close(descriptor)
    if written != bytes.count {
      remove()
      return nil
    }
  }

  /// Nil where there is no plain file any more: a pipe in its place would never end.
  var size: Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Without the line ends that editors put behind it; nil where it is no text.
  var text: String? {
    guard let data = try? Data(contentsOf: URL(filePath: path)), !data.contains(0),
      var text = String(validating: data, as: UTF8.self)
    else { return nil }
    while text.last?.isNewline == true { text.removeLast() }
    return text
  }

  /// Nobody has written there.
  func isStill(_ text: String) -> Bool {
    guard let size else { return true }
    return size == text.utf8.count && (try? Data(contentsOf: URL(filePath: path))) == Data(text.utf8)
  }

  func remove() { unlink(path) }
}

/// A program in the foreground, with the terminal.
private enum Subprocess {
  enum Outcome { case ended, failed, killed, missing }

  static func run(_ command: [String]) -> Outcome {
    guard let program = command.first else { return .missing }
    var process: pid_t = 0
    let arguments = command.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    guard posix_spawnp(&process, program, nil, nil, arguments, environ) == 0 else { return .missing }
    var status: Int32 = 0
    while true {
      if waitpid(process, &status, WUNTRACED) < 0 {
        if errno == EINTR { continue }
        return .failed
      }
      // Who waits for it can't be put aside by it: stopped it would keep the terminal for good.
      guard status & 0xFF == 0x7F else { break }
      kill(process, SIGCONT)
    }
    if status & 0x7F != 0 { return .killed }
    switch status >> 8 {
    case 0: return .ended
    // As a shell says that there is no such command.
    case 127: return .missing
    default: return .failed
    }
  }
}
