import Glibc

/// What one thing took, many times, in milliseconds.
struct Samples {
  private var sorted: [Double]

  init(_ values: [Double]) {
    sorted = values.sorted()
  }

  var count: Int { sorted.count }
  var least: Double { sorted.first ?? 0 }
  var most: Double { sorted.last ?? 0 }
  var median: Double { at(0.5) }

  /// The value that this share of them does not exceed.
  func at(_ share: Double) -> Double {
    if sorted.isEmpty { return 0 }
    return sorted[min(sorted.count - 1, max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1))]
  }
}

enum Stopwatch {
  /// Milliseconds of the monotonic clock.
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }

  static func milliseconds(_ body: () throws -> Void) rethrows -> Double {
    let start = now()
    try body()
    return now() - start
  }
}
