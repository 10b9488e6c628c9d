import FoundationEssentials
import Glibc

/// What the kernel says of another process (man 5 proc).
struct ProcessFacts {
  let process: pid_t

  /// Its own memory and its share of what it shares, in MiB.
  var proportionalMiB: Double { kiB("Pss:", in: "smaps_rollup") / 1024 }
  var residentMiB: Double { kiB("Rss:", in: "smaps_rollup") / 1024 }

  /// Milliseconds of CPU of all its threads: the first field of schedstat, in nanoseconds.
  var cpu: Double {
    threads.reduce(0) { sum, thread in
      let fields = text("task/\(thread)/schedstat").split(separator: " ")
      return sum + (fields.first.flatMap { Double($0) } ?? 0) / 1_000_000
    }
  }

  /// How often its threads went to sleep by themselves, and so were woken.
  var sleeps: Int {
    threads.reduce(0) { $0 + Int(number("voluntary_ctxt_switches:", in: "task/\($1)/status")) }
  }

  private var threads: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
  }

  private func kiB(_ name: String, in file: String) -> Double { number(name, in: file) }

  private func number(_ name: String, in file: String) -> Double {
    let line = text(file).split(separator: "\n").first { $0.hasPrefix(name) }
    let words = line?.dropFirst(name.count).split(whereSeparator: \.isWhitespace)
    return words?.first.flatMap { Double($0) } ?? 0
  }

  private func text(_ file: String) -> String {
    let data = try? Data(contentsOf: URL(filePath: "/proc/\(process)/\(file)"))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
