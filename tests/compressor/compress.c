/* Compresses every file that it is given, as src/render/pdf/writing/deflate.rs does, each also cut into pieces as small as a
 * page, and writes the length and a checksum (FNV-1a) of all that comes out. */
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t length, sum = 0xcbf29ce484222325u;

static void compress(struct libdeflate_compressor *compressor, const unsigned char *data, size_t size)
{
	size_t room = libdeflate_zlib_compress_bound(compressor, size);
	unsigned char *out = malloc(room);
	size_t made = out ? libdeflate_zlib_compress(compressor, data, size, out, room) : 0;
	if (made == 0)
		exit(1);
	length += made;
	for (size_t i = 0; i < made; i++)
		sum = (sum ^ out[i]) * 0x100000001b3u;
	free(out);
}

int main(int count, char **names)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(1);
	if (!compressor || count < 2)
		return 1;
	for (int i = 1; i < count; i++) {
		FILE *file = fopen(names[i], "rb");
		if (!file || fseek(file, 0, SEEK_END))
			return 1;
		size_t size = (size_t)ftell(file);
		rewind(file);
		unsigned char *data = malloc(size + 1);
		if (!data || fread(data, 1, size, file) != size)
			return 1;
		fclose(file);
		compress(compressor, data, size);
		for (size_t at = 0, piece = 1; at < size; at += piece, piece = piece * 2 % 20011 + 1)
			compress(compressor, data + at, size - at < piece ? size - at : piece);
		free(data);
	}
	printf("%llu %016llx\n", (unsigned long long)length, (unsigned long long)sum);
	return 0;
}
