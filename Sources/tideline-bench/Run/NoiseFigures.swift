import Glibc

/// How much the machine itself wavers: the same arithmetic again and again, and the smallest durable write.
struct NoiseFigures {
  /// In the folder of the base.
  let path: String

  func figures() -> [Figure] {
    var arithmetic: [Double] = []
    var sum: UInt64 = 1
    for _ in 0..<300 {
      arithmetic.append(
        Stopwatch.milliseconds {
          for step in 0..<200_000 { sum = sum &* 6_364_136_223_846_793_005 &+ UInt64(step) }
        })
    }
    return [
      Figure(name: "machine: arithmetic", ours: Samples(arithmetic), remark: sum == 0 ? "-" : "noise"),
      Figure(name: "machine: 4 KiB and fdatasync", ours: Samples(durableWrites()), remark: "noise"),
    ]
  }

  private func durableWrites() -> [Double] {
    let descriptor = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    guard descriptor >= 0 else { return [] }
    defer {
      close(descriptor)
      unlink(path)
    }
    let page = [UInt8](repeating: 7, count: 4096)
    return (0..<300).map { _ in
      Stopwatch.milliseconds {
        _ = page.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        fdatasync(descriptor)
      }
    }
  }
}
