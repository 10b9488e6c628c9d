import Domain
import Glibc

/// A document as a file of the host, on its way into the base or out of it.
package enum DocumentFile {
  /// What is in a file: a real one, not too large, and the same from its first byte to its last.
  package static func read(_ path: String) throws(DocumentError) -> [UInt8] {
    // A pipe or a terminal would keep the program waiting.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(path, code: errno) }
    defer { close(descriptor) }
    let before = try status(of: descriptor, path)
    guard before.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    if before.st_size == 0 { throw .empty(path) }
    if before.st_size > Document.largest { throw .tooLarge(path) }
    let bytes = try bytes(of: descriptor, path)
    let after = try status(of: descriptor, path)
    guard bytes.count == Int(after.st_size), before.st_size == after.st_size,
      before.st_mtim.tv_sec == after.st_mtim.tv_sec, before.st_mtim.tv_nsec == after.st_mtim.tv_nsec
    else { throw .changed(path) }
    return bytes
  }

  /// Writes a file that is not there yet; nothing is replaced, and no half of a document is left.
  package static func write(_ bytes: [UInt8], to path: String) throws(DocumentError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw errno == EEXIST ? .exists(path) : .cannotWrite(path, code: errno) }
    defer { close(descriptor) }
    if let code = writeWhole(bytes, to: descriptor) { throw givenUp(path, code: code) }
    guard fsync(descriptor) == 0 else { throw givenUp(path, code: errno) }
  }

  private static func givenUp(_ path: String, code: Int32) -> DocumentError {
    unlink(path)
    return .cannotWrite(path, code: code)
  }

  private static func status(of descriptor: Int32, _ path: String) throws(DocumentError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .cannotOpen(path, code: errno) }
    return status
  }

  /// A byte more than there may be at the most, so that a file that grows is seen.
  private static func bytes(of descriptor: Int32, _ path: String) throws(DocumentError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: Document.largest + 1)
    var read = 0
    while read < bytes.count {
      let count = bytes[read...].withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { break }
      if count < 0 && errno != EINTR { throw .cannotRead(path, code: errno) }
      read += max(0, count)
    }
    return Array(bytes.prefix(read))
  }
}
