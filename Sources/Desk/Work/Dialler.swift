import Dispatch
import Domain
import Glibc
import Services
import Synchronization

/// Runs the site's command that dials (R7.3), one at a time: a new call ends the command of the one before.
final class Dialler: Sendable {
  private let program: DialProgram
  private let running = Mutex(Running())

  private struct Running {
    var last: DialProcess?
    /// Those that were asked to end, and have not.
    var asked: [DialProcess] = []

    /// Who does not listen is not asked twice: each keeps a thread waiting.
    mutating func makeWay() {
      asked.forEach { $0.send(SIGKILL) }
      guard let last else { return }
      last.send(SIGTERM)
      asked.append(last)
      self.last = nil
    }
  }

  init(command: String) {
    program = DialProgram(command)
  }

  /// - Parameters:
  ///   - calls: the commands that still run.
  ///   - failed: told why, from another thread, where the command can't be run or says it failed.
  func dial(_ number: String, in calls: DispatchGroup, failed: @escaping @Sendable (DialFailure) -> Void) {
    DispatchQueue.global().async(group: calls) {
      if let failure = self.run(number) { failed(failure) }
    }
  }

  /// As the command would hear if it were on the user's terminal.
  func hangUp() { running.withLock { $0.last?.send(SIGHUP) } }

  /// Nil when the command went well, or another call took its place.
  private func run(_ number: String) -> DialFailure? {
    let process: DialProcess
    do throws(DialFailure) {
      process = try running.withLock { running throws(DialFailure) in
        running.makeWay()
        let process = try program.start(number)
        running.last = process
        return process
      }
    } catch { return error }
    process.wait()
    // It is forgotten before it is reaped: until then its number is no other process's.
    let isLast = running.withLock { running in
      running.asked.removeAll { $0 == process }
      defer { if running.last == process { running.last = nil } }
      return running.last == process
    }
    let failure = process.reap()
    return isLast ? failure : nil
  }
}
