import CResources

/// The files of Resources/, as they were when the program was built.
package enum Asset {
  /// The bytes of a file named by its path below Resources/; they live as long as the program.
  package static func bytes(_ name: String) -> UnsafeBufferPointer<UInt8> {
    var size = 0
    return UnsafeBufferPointer(start: asset(name, &size), count: size)
  }

  package static func text(_ name: String) -> String {
    String(decoding: bytes(name), as: UTF8.self)
  }

  /// The names of all files, in the order of the table.
  package static var names: [String] {
    var names: [String] = []
    while let name = asset_name(names.count) { names.append(String(cString: name)) }
    return names
  }
}
