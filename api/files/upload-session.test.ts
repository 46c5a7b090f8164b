// @vitest-environment node
import { Client, LargeFileUploadTask, MiddlewareFactory, StreamUpload } from '@microsoft/microsoft-graph-client'
import { describe, expect, test } from 'vitest'
import { describeApi, testOrigin, type TestApi } from '#tests/call-api.ts'
import { demoPerson } from '#tests/tokens.ts'
import { samplePdf, samplePng } from '#tests/sample-files.ts'
import { fragmentUnit, maxFileSize } from './contract.ts'
import { userQuota } from './quota.ts'
