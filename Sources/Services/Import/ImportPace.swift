import Glibc

/// Whether somebody else writes beside an import, and how long it rests between two chunks, so that he comes to it.
struct ImportPace {
  private static let microsecondsAlone: UInt32 = 500
  /// Who waits to write tries again after 3.5 ms at the latest.
  private static let microsecondsBesideOthers: UInt32 = 4_000
  /// Who has written within so many chunks may be about to write again: about a second.
  private static let chunksInCompany = 60

  private var version: Int64?
  private var chunksAlone = ImportPace.chunksInCompany

  var isAlone: Bool { chunksAlone >= ImportPace.chunksInCompany }

  mutating func rest(in house: House) throws {
    let found = try house.dataVersion()
    chunksAlone = version.map { $0 == found } ?? true ? chunksAlone + 1 : 0
    version = found
    usleep(isAlone ? ImportPace.microsecondsAlone : ImportPace.microsecondsBesideOthers)
  }
}
