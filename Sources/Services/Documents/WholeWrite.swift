import Glibc

/// Writes all of the bytes to a file or a pipe, however often it takes only some.
///
/// - Returns: the error number of the system where it takes no more.
func writeWhole(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 && errno != EINTR { return errno }
    rest = rest.dropFirst(max(count, 0))
  }
  return nil
}
