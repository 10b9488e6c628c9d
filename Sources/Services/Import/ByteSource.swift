import Glibc

/// A file read from its start to its end, piece by piece.
final class ByteSource {
  /// Nil where it has no size, as a pipe.
  let size: Int?
  private(set) var bytesRead = 0
  private let path: String
  let descriptor: Int32
  private var buffer = [UInt8](repeating: 0, count: 262_144)

  init(_ path: String) throws(ImportError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .notAFile(path)
    }
    self.path = path
    self.descriptor = descriptor
    size = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  /// Whether it starts as ZIP archives do, and workbooks with them; what can't be read twice is never one.
  var isArchive: Bool {
    var head = [UInt8](repeating: 0, count: 4)
    return pread(descriptor, &head, head.count, 0) == 4 && head == [0x50, 0x4B, 0x03, 0x04]
  }

  /// What tells the file from any other: its size and the FNV-1a hash of its bytes. Nil where it can't be read twice.
  func digest() throws(ImportError) -> String? {
    guard size != nil else { return nil }
    var (hash, offset, count) = (0xCBF2_9CE4_8422_2325 as UInt64, 0, 0)
    var piece = [UInt8](repeating: 0, count: 262_144)
    repeat {
      count = pread(descriptor, &piece, piece.count, offset)
      if count < 0 && errno != EINTR { throw .cannotRead(path, code: errno) }
      for byte in piece.prefix(max(0, count)) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      offset += max(0, count)
    } while count != 0
    return "\(offset)-\(String(hash, radix: 16))"
  }

  deinit {
    close(descriptor)
  }

  /// The next piece; empty at the end.
  func next() throws(ImportError) -> ArraySlice<UInt8> {
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytesRead += count
        return buffer.prefix(count)
      }
      if errno != EINTR { throw .cannotRead(path, code: errno) }
    }
  }
}
