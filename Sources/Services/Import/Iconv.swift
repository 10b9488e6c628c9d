import Glibc

/// The C library's converter to UTF-8, fed piece by piece.
///
/// Holds a C handle and is used by one owner at a time.
final class Iconv {
  private let encoding: TextEncoding
  private let handle: iconv_t
  /// Where the input starts in the file.
  private var offset: Int
  /// The first bytes of a character whose rest is yet to come.
  private var unfinished: [UInt8] = []
  private var output = [UInt8](repeating: 0, count: 65_536)

  init(from encoding: TextEncoding, at offset: Int) throws(TextError) {
    // A failure is the pointer of all ones.
    guard let handle = iconv_open("UTF-8", encoding.rawValue), Int(bitPattern: handle) != -1
    else { throw .unavailable(encoding) }
    self.encoding = encoding
    self.handle = handle
    self.offset = offset
  }

  deinit {
    iconv_close(handle)
  }

  func convert(_ bytes: some Collection<UInt8>, isLast: Bool, into text: inout [UInt8]) throws(TextError) {
    var input = unfinished + bytes
    let (used, failure) = run(&input, into: &text)
    offset += used
    unfinished = Array(input.dropFirst(used))
    if failure == EILSEQ || (isLast && !unfinished.isEmpty) { throw .undecodable(encoding, offset: offset) }
  }

  /// Converts what it can; answers how many bytes that were, and why it stopped: 0 at the end, EINVAL in the
  /// middle of a character, EILSEQ at what is none.
  private func run(_ input: inout [UInt8], into text: inout [UInt8]) -> (used: Int, failure: Int32) {
    input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while true {
        let failure = step(&next, &left, into: &text)
        if failure != E2BIG { return (input.count - left, failure) }
      }
    }
  }

  /// Fills the output buffer once; E2BIG when there is more.
  private func step(
    _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into text: inout [UInt8]
  ) -> Int32 {
    output.withUnsafeMutableBytes { output in
      var end = output.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = output.count
      let failure = iconv(handle, &next, &left, &end, &room) == -1 ? errno : 0
      text.append(contentsOf: output.prefix(output.count - room))
      return failure
    }
  }
}
