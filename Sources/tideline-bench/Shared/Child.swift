import Glibc

/// A program run to its end, without a terminal.
enum Child {
  struct Failure: Error {
    let message: String
  }

  static func run(_ program: String, _ arguments: [String]) throws(Failure) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    guard posix_spawn(&process, program, &actions, nil, words, environ) == 0 else {
      throw Failure(message: "can't run \(program)")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    guard status == 0 else { throw Failure(message: "\(program) \(arguments.joined(separator: " ")) failed") }
  }

  /// The program beside this one.
  static func neighbour(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let length = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(decoding: buffer.prefix(max(0, length)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/\(folder)/\(name)"
  }
}

/// A program that runs beside this one; what it writes is read when it has ended.
final class Companion {
  let process: pid_t
  private let output: Int32

  init(_ program: String, _ arguments: [String]) throws(Child.Failure) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw Child.Failure(message: "no pipe") }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    posix_spawn_file_actions_addclose(&actions, ends[0])
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    defer { for word in words { free(word) } }
    words.append(nil)
    var process: pid_t = 0
    let code = posix_spawn(&process, program, &actions, nil, words, environ)
    close(ends[1])
    guard code == 0 else {
      close(ends[0])
      throw Child.Failure(message: "can't run \(program)")
    }
    self.process = process
    output = ends[0]
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for its end.
  func finish() -> String {
    var (text, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 65_536))
    while true {
      let count = read(output, &buffer, buffer.count)
      if count <= 0 { break }
      text += buffer[..<count]
    }
    close(output)
    var status: Int32 = 0
    waitpid(process, &status, 0)
    return String(decoding: text, as: UTF8.self)
  }
}
