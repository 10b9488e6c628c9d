/// Why a file can't be kept with a customer, or saved from there.
package enum DocumentError: Error, Hashable, Sendable {
  /// With the error number of the system; so are the next two.
  case cannotOpen(String, code: Int32)
  case cannotRead(String, code: Int32)
  case cannotWrite(String, code: Int32)
  /// A folder, a pipe, a device.
  case notAFile(String)
  case empty(String)
  case tooLarge(String)
  /// Somebody was writing to it.
  case changed(String)
  case exists(String)
  /// What is in the base is not what was put there.
  case damaged(String)
}
