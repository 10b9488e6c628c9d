@_exported import Fixtures
