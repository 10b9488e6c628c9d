/// Gathers the cells of one row, within the limits.
struct FileRowBuilder {
  private(set) var number: Int
  /// Whether anything of the row was seen, be it an empty cell.
  var hasBegun = false
  private var bytes: [UInt8] = []
  private var ends: [Int] = []
  private var cellStart = 0
  private var isCellRefused = false
  private var fault: FileRowFault?

  init(number: Int) {
    self.number = number
  }

  mutating func append(_ run: Slice<UnsafeBufferPointer<UInt8>>) {
    guard !isCellRefused, !run.isEmpty else { return }
    guard ends.count < CSVReader.columnLimit else { return refuseCell(.tooManyCells) }
    guard bytes.count + run.count <= CSVReader.rowLimit else { return refuseCell(.tooManyCells) }
    guard bytes.count - cellStart + run.count <= CSVReader.cellLimit else {
      return refuseCell(.cellTooLong(column: ends.count + 1))
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: run))
  }

  mutating func endCell() {
    if ends.count < CSVReader.columnLimit {
      ends.append(bytes.count)
    } else {
      refuse(.tooManyCells)
    }
    cellStart = bytes.count
    isCellRefused = false
    hasBegun = true
  }

  /// The row can't be taken, for this reason unless there is one already.
  mutating func refuse(_ fault: FileRowFault) {
    self.fault = self.fault ?? fault
  }

  /// The row, after which the next one begins.
  mutating func finish() -> FileRow {
    let row = FileRow(number: number, bytes: bytes, ends: ends, fault: fault)
    let (size, count) = (bytes.count, ends.count)
    self = FileRowBuilder(number: number + 1)
    bytes.reserveCapacity(size + size / 4)
    ends.reserveCapacity(count)
    return row
  }

  private mutating func refuseCell(_ fault: FileRowFault) {
    bytes.removeLast(bytes.count - cellStart)
    isCellRefused = true
    refuse(fault)
  }
}
