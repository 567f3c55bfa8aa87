import { benchModel } from './model.bench.ts'

benchModel()
